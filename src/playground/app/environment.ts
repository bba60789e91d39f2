/** What `$app/environment` says in a browser. */
export const browser = true;
