/** A claim of the source article in our own words, where the story tells it, and whether the model shows it. */
export interface Claim {
	readonly statement: string;
	/** The chapter of the story that it belongs to. */
	readonly chapter: number;
	readonly shown: 'model' | 'prose';
	/** Why it is told in prose only. */
	readonly because?: string;
}

const model = (chapter: number, statement: string) => ({ statement, chapter, shown: 'model' as const });
const prose = (chapter: number, statement: string, because: string) => ({
	statement,
	chapter,
	shown: 'prose' as const,
	because
});

/** Every claim by its number. Reasons, chapters and the claims tests name them; a test keeps the three together. */
export const CLAIMS = {
	C01: model(
		1,
		'Apple’s documentation and reports such as TunnelCrack promise that with the flag on traffic no longer leaks; excludeLocalNetworks is its companion.'
	),
	C02: prose(
		1,
		'Other systems need a firewall, and for comfort routing changes, for what looks like one boolean here.',
		'The model is of an iPhone and has no other system to compare with.'
	),
	C03: model(1, 'Apple lists what stays outside the flag, such as DHCP, and says little more.'),

	C04: model(3, 'The app takes an echo reply from 10.64.0.1 as its proof that a tunnel works.'),
	C05: model(3, 'DAITA and quantum-resistant tunnels also need TCP to a host that exists inside the tunnel only.'),
	C06: model(3, 'The tunnel process makes both connections, and it is a process of its own beside the app.'),
	C07: model(
		3,
		'At first ICMP came from a BSD socket and TCP from NWTCPConnection, both bound to the tunnel interface.'
	),
	C08: model(3, 'With the flag off, probe and negotiation succeed.'),

	C09: model(4, 'With the flag on, its echo request disappears: sending it reports no error, and no answer comes.'),
	C10: model(4, 'With the flag on, its NWTCPConnection never leaves the state waiting.'),

	C11: model(
		5,
		'Without probes the tunnel is simply taken to be up, and everybody else’s traffic flows, with the flag on as well.'
	),
	C12: model(5, 'At that moment other apps can ping 10.64.0.1; the VPN’s own process cannot.'),

	C13: model(6, 'NWConnection with a required interface works with the flag off and fails like the others with it on.'),
	C14: model(6, 'That interface exists from iOS 18 on, and the app was meant to run on iOS 15 and later.'),
	C15: model(6, 'A tunnel can do without echo replies, but without TCP there is no ephemeral peer.'),

	C16: model(
		2,
		'A packet tunnel provider reads traffic, encrypts it, sends it off, and writes the decrypted replies back.'
	),
	C17: model(2, 'The main app makes the VPN profile, and the flag is part of what the profile holds.'),
	C18: model(2, 'An edit of a running configuration counts only after a stop and a start.'),
	C19: model(2, 'The process tells the system that it is up, and from then on user traffic is put before it to read.'),
	C20: model(
		2,
		'To send into its own tunnel, the process writes a packet into one pipe and reads it from another; with the flag on nothing arrives to be read.'
	),

	C21: model(
		7,
		'The process can build its packets by itself and treat them as if it had read them, as it did before for multihop’s UDP.'
	),
	C22: model(7, 'TCP takes a whole stack in userspace, and there is one to be had.'),
	C23: model(7, 'A mux joins the real tunnel device with the virtual stack.'),
	C24: model(7, 'To come up, a tunnel needs at most two TCP connections of its own.'),
	C25: model(7, 'This works with the flag on and off, and the released app does it.'),

	C26: model(
		8,
		'With the flag in force, no app’s connection becomes ready before the tunnel process has told the system that it is up.'
	),
	C27: model(8, 'Connecting arms on-demand: after a reboot or a crash the next traffic starts the tunnel.'),
	C28: model(8, 'Flag off, whoever starts it, an update goes: SIGTERM, download, installation, a new tunnel process.'),
	C29: model(8, 'While that update lasts there is no tunnel, and whatever is sent goes out without one.'),
	C30: model(
		8,
		'Flag on, the download waits for the network, the network for a tunnel, and the tunnel for the download.'
	),

	C31: model(9, 'Cancelling by hand and then toggling the VPN twice may bring the network back.'),
	C32: model(9, 'Where that fails, a reboot helps.'),
	C33: model(9, 'Neither uninstalling the app nor removing its profile helps.'),
	C34: model(9, 'Nobody tells the person: pages do not load, and push notifications stay away too.'),
	C35: model(9, 'Updates start by themselves, so the moment cannot be foreseen.'),
	C36: model(9, 'As far as its makers know, the app can neither notice it, nor help, nor explain.'),

	C37: prose(
		11,
		'Apple was told in February 2025 and had not answered when the article appeared.',
		'Correspondence happens outside the phone.'
	),
	C38: prose(
		11,
		'It was the last blocker that the authors knew of, and others might follow. Some adverse effects they might accept for the gain, but not a phone without a way back.',
		'A judgement, not an event.'
	)
} as const satisfies Record<string, Claim>;

/** The number of a claim that is in the table. */
export type KnownClaim = keyof typeof CLAIMS;
/** Every claim’s number, in order. */
export const KNOWN_CLAIMS = Object.keys(CLAIMS) as KnownClaim[];
