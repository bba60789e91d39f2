/** Whether the lab scrolls as a whole, on a smaller screen: the same question as in its styles. On a larger one only lists scroll, each in its own place. */
export const scrollsAsAWhole = (): boolean => matchMedia('(max-width: 1199px), (max-height: 679px)').matches;
