/**
 * The address follows what is on the screen. Not by the router's `replaceState`: its announcer would say the page's
 * title, as if somebody had gone to another page. The router's own entry in the history stays as it is.
 */
export const replaceAddress = (address: string): void => history.replaceState(history.state, '', address);
