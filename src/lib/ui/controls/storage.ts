/** Uses what this device keeps for the site. Private windows and full disks refuse: then nothing comes of it, and whoever asked does without. */
export function whereAllowed<T>(use: (storage: Storage) => T): T | undefined {
	try {
		return use(localStorage);
	} catch {
		return undefined;
	}
}
