/**
 * Who a party is: encrypted, each with a key of its own, and found through a blind index. Owns the
 * tables party_identity and party_name_token. Called by the registration of parties and by their
 * search.
 */
@NullMarked
package org.tnregistry.party.identity;

import org.jspecify.annotations.NullMarked;
