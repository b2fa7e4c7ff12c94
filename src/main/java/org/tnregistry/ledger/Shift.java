package org.tnregistry.ledger;

import java.util.UUID;

/**
 * What one act, which was about something else, did to the sight of a subject.
 *
 * @param agency whose subject it is
 * @param bars the interned set of barred states and agencies, which the act left alone
 */
public record Shift(
    UUID agency, UUID subject, int revision, int reachBefore, int reachAfter, int bars) {}
