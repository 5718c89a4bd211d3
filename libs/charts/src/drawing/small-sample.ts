/** Below this many, a value is shown as uncertain: hollow, faded, and said so. */
export const FEW = 5;
