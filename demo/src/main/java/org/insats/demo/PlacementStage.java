package org.insats.demo;

/** How far a placement has come. Each includes what the ones before it hold. */
enum PlacementStage {
    /** Ordered; waits for the next weekly meeting of the placement group. */
    ORDERED,
    /** Allocated at the weekly meeting, the case worker contacted; a contractor is sought. */
    SOUGHT,
    /** Matched with a contractor that was investigated before, agreed on, contracted and started. */
    STARTED
}
