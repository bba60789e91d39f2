import type { Knobs } from '../machines/knobs';
import type { TraceRecord } from '../sim/traceRecord';
import { tunnelContext, type World } from '../sim/world';
import type { Handshake, Hop, TracedPacket, Seal } from './tracedPacket';

/** After these the next handshake is with a relay that knows nothing of any negotiated peer. */
const FORGETS_PEERS: readonly (string | null)[] = [
	'tunnel.launches',
	'tunnel.givesUpRelay',
	'tunnel.givesUpNegotiation',
	'tunnel.lostRelay'
];

/** What a peer may be negotiated for that gives a preshared key. DAITA alone does not (Mullvad’s code). */
const QUANTUM: readonly Knobs['ephemeralPeer'][] = ['quantum', 'both'];

/** Which handshakes there are while a run is followed, and what is sealed under which: bookkeeping only, without any key. */
export class WireguardSessions {
	#handshakes = 0;
	#negotiations = 0;
	#peers: Readonly<Record<Hop, number>> = { entry: 0, exit: 0 };
	#sessions: Partial<Record<Hop, Handshake>> = {};
	readonly #counters = new Map<string, number>();
	readonly #carriedBy = new Map<TracedPacket, readonly Seal[]>();

	/** Hears what a step told of peers: a new one changes the phone’s keys, a new relay forgets them. */
	hear(records: readonly TraceRecord[], world: World): void {
		for (const { reason } of records) {
			if (FORGETS_PEERS.includes(reason)) this.#peers = { entry: 0, exit: 0 };
			if (reason !== 'wireguard.newPeer') continue;
			this.#negotiations += 1;
			// Multihop negotiates with the entry first, then with the exit.
			const hop = world.knobs.multihop && this.#peers.entry > 0 ? 'exit' : 'entry';
			this.#peers = { ...this.#peers, [hop]: this.#negotiations };
		}
	}

	/** A handshake that begins now. */
	begin(hop: Hop, world: World): Handshake {
		const { relayIndex, relayAddress } = tunnelContext(world);
		const number = this.#handshakes;
		this.#handshakes += 1;
		return {
			number,
			hop,
			relayIndex,
			relayAddress: hop === 'entry' ? relayAddress : 'relay',
			peer: this.#peers[hop],
			hasPresharedKey: this.#peers[hop] > 0 && QUANTUM.includes(world.knobs.ephemeralPeer),
			atMs: world.nowMs
		};
	}

	/** The tunnel process has got the response: from now on it seals under this handshake. */
	complete(handshake: Handshake): void {
		this.#sessions = { ...this.#sessions, [handshake.hop]: handshake };
	}

	/** The seals of an envelope that the tunnel process makes around a packet. */
	seal(layers: number): Seal[] {
		const { entry, exit } = this.#sessions;
		return [entry, layers > 1 ? exit : undefined].flatMap((handshake) =>
			handshake ? [this.#under(handshake, 'initiator')] : []
		);
	}

	/** The seals of an envelope around an answer: the relay uses the sessions by which the question came. */
	sealAnswer(answer: TracedPacket, layers: number): Seal[] {
		const asked = (answer.answers && this.#carriedBy.get(answer.answers)) ?? [];
		return asked.slice(0, layers).map(({ handshake }) => this.#under(handshake, 'responder'));
	}

	/** Remembers in which envelope a packet went out. */
	carries(inner: TracedPacket, seals: readonly Seal[]): void {
		this.#carriedBy.set(inner, seals);
	}

	#under(handshake: Handshake, by: Seal['by']): Seal {
		const key = `${handshake.number} ${by}`;
		const counter = this.#counters.get(key) ?? 0;
		this.#counters.set(key, counter + 1);
		return { handshake, by, counter };
	}
}
