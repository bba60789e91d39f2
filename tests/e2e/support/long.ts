/** Tests that `npm test` leaves to `npm run test:long`: what they look at on the longest pages, others look at on shorter ones. */
export const LONG = { tag: '@long' };
