/** What is said at a stage of the first screen, and what is asked for: none of it tells what comes of the act. */
interface StageWords {
	/** Two sentences. */
	readonly lede: string;
	readonly act: string;
	/** What the act does, in a few words. */
	readonly says: string;
}

/** The words of the first screen, stage by stage. */
export const STAGE_WORDS = {
	start: {
		lede: 'An iPhone VPN can set one boolean and ask the system to keep its traffic inside the tunnel. Flip it, and watch what the VPN itself tries next.',
		act: 'Flip it',
		says: 'the app reconnects'
	},
	flipped: {
		lede: 'A changed flag waits for a restart, so the app reconnects. Then its tunnel process sends the gateway a probe, to learn whether the tunnel works, and waits for a reply.',
		act: 'Send the probe around the kernel’s rules',
		says: 'the phone begins again'
	},
	around: {
		lede: 'Same probe, another way, from the start: the tunnel process builds it and seals it by itself. What the kernel is asked about is an envelope.',
		act: 'Update the app',
		says: 'from the App Store, as always'
	},
	updated: {
		lede: 'To update the app, the system first stops the old tunnel. The flag still keeps traffic from going around a tunnel, and the new one is in the download.',
		act: 'Find a way out',
		says: 'five things to try'
	}
} as const satisfies Readonly<Record<string, StageWords>>;

/** What is said where the ways out are tried. */
export const EXITS_LEDE =
	'The phone waits for a tunnel that waits for the phone. What would you try, and what comes of it?';
