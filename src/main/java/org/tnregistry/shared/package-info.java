/** What every feature may use: problem details, paging, dates, countries, languages, ids. */
@NullMarked
package org.tnregistry.shared;

import org.jspecify.annotations.NullMarked;
