import type { ComponentId } from '../machines/components';
import type { ModelEvent } from '../machines/events';
import { replyTo, type Packet } from '../machines/packets';
import { seek, type Entry, type History } from '../sim/history';
import type { TraceRecord } from '../sim/traceRecord';
import { kernelContext, tunnelContext, type Pending, type World } from '../sim/world';
import { IcmpSequence } from './icmpSequence';
import { PacketQueue } from './packetQueue';
import type { TracedPacket } from './tracedPacket';
import { isProcessPoint, type CapturePoint } from './capturePoints';
import { WireguardSessions } from './wireguardSessions';
import { recordComment } from './packetComments';

/** A packet, seen at a capture point. */
export interface Sighting {
	readonly traced: TracedPacket;
	readonly point: CapturePoint;
	/** As seen from the phone’s processes: outbound is on its way out. */
	readonly direction: 'outbound' | 'inbound';
	readonly step: number;
	readonly atMs: number;
}

/** By which door the kernel router has let a packet out, if by any. */
export type Door = 'utun4' | 'en0';

/** All packets of a run: who made them, where they were seen, and what was told of them. */
export interface Observation {
	readonly traced: readonly TracedPacket[];
	readonly sightings: readonly Sighting[];
	/** The packet that a message carries, by the message’s number. */
	readonly carried: ReadonlyMap<number, TracedPacket>;
	readonly doors: ReadonlyMap<TracedPacket, Door>;
	/** The records of the steps that settled something about a packet: the rule that decided, its fate. Empty where they are not kept. */
	readonly told: ReadonlyMap<TracedPacket, readonly TraceRecord[]>;
	/** The same in words, a line each. */
	readonly lines: ReadonlyMap<TracedPacket, readonly string[]>;
}

type PacketMessage = Pending & { readonly event: ModelEvent & { readonly packet: Packet } };

const carriesPacket = (message: Pending): message is PacketMessage => message.event.type.startsWith('packet.');
const keyOf = (packet: Packet): string => JSON.stringify(packet);
const same = (one: Packet | undefined, other: Packet | undefined): boolean =>
	one !== undefined && other !== undefined && keyOf(one) === keyOf(other);
/** What it says does not matter: an honest answer and a lie are both the answer. */
const unanswered = ({ answer: _, ...packet }: Packet): Packet => packet;
const isAnswer = (answer: Packet, question: Packet): boolean => same(unanswered(answer), unanswered(replyTo(question)));
/** The messages that bring a process what came for it from outside. */
const TAKES: readonly string[] = ['packet.datagram', 'packet.receive'];
/** Whether somebody did something with what a message brought: a process that has ended, or forgotten its keys, has nothing to say. */
const isTaken = ([first]: readonly TraceRecord[]): boolean => first !== undefined && first.reason !== null;
/** Multihop: an envelope in which there is another message of WireGuard. */
const isNested = ({ seals, inner }: TracedPacket): boolean =>
	seals.length > 1 || (inner !== null && inner.handshake !== null);
/** Multihop: the entry relay has taken one envelope off, and it is the same packet still. */
const peeled = (packet: Packet | undefined, { layers }: Packet): Packet | undefined =>
	packet && (layers === undefined ? packet : { ...packet, layers });

/**
 * Follows every packet of a run from its making on. It knows no bytes and no keys.
 * @param history the run
 * @returns every packet, where and when it was seen, and what was told of it
 */
export function tracePackets(history: History): Observation {
	const follower = new PacketTracer();
	history.entries.forEach((entry, step) => follower.follow(seek(history, step), entry, step));
	return follower;
}

/** Follows the packets of a run step by step, for those who do not keep the run. */
export class PacketTracer implements Observation {
	readonly traced: TracedPacket[] = [];
	readonly sightings: Sighting[] = [];
	readonly carried = new Map<number, TracedPacket>();
	readonly doors = new Map<TracedPacket, Door>();
	readonly told = new Map<TracedPacket, TraceRecord[]>();
	readonly lines = new Map<TracedPacket, readonly string[]>();
	readonly #tunnels = new WireguardSessions();
	/** Packets that wait inside a component: held by the kernel router, staged by WireGuard. */
	readonly #held = new PacketQueue();
	readonly #staged = new PacketQueue();
	readonly #texts = new Map<string, string>();
	readonly #echoes = new IcmpSequence();
	#conversations = 0;
	#connection = 0;

	/** @param keepsRecords whether whoever asks wants more than words of what was told; a long run is followed in less memory without */
	constructor(private readonly keepsRecords = true) {}

	/** One more step: the world before it, and what it led to. */
	follow(before: World, entry: Entry, step: number): void {
		const { choice, world: after, records } = entry;
		const message = choice.type === 'act' ? undefined : before.pending.find(({ id }) => id === choice.id);
		const brought = message && this.carried.get(message.id);
		if (message && brought) this.#arrives(message, brought, entry, step);
		this.#forgets(entry, message);
		// First: a handshake that leaves in the step in which a peer is negotiated is that peer’s.
		this.#tunnels.hear(records, after);
		for (const post of after.pending) {
			if (post.id >= before.nextId && carriesPacket(post)) this.#leaves(post, brought, entry, step);
		}
		this.#stages(before, after, brought, entry, step);
		this.#echoes.hear(records);
	}

	/** A message has brought a packet to somebody. */
	#arrives({ to, event }: Pending, traced: TracedPacket, { world, records }: Entry, step: number): void {
		const seen = (point: CapturePoint, what = traced) => this.#sees(what, point, 'inbound', step, world);
		if (event.type === 'packet.write') seen('utun4');
		if (event.type === 'packet.inbound') seen('en0');
		if (event.type === 'packet.receive' && isProcessPoint(to)) seen(to);
		if (event.type === 'packet.datagram') {
			const answered = traced.handshake ?? traced.inner?.handshake;
			if (answered) this.#tunnels.complete(answered);
			if (isNested(traced) && isTaken(records)) seen('betweenEnvelopes');
			if (traced.inner && records.some(({ reason }) => reason === 'wireguard.forStack'))
				seen('tunnelProcess', traced.inner);
		}
		if (event.type === 'packet.send') {
			if (records.some(({ packet }) => packet?.fate === 'held')) this.#held.put(keyOf(traced.packet), traced);
		}
		const [first] = records;
		if (first && TAKES.includes(event.type) && isTaken(records) && !first.packet)
			this.#tells({ ...first, packet: { ...traced.packet, fate: 'delivered' } }, traced);
		for (const record of records) {
			if (!record.packet && !record.rule) continue;
			this.#tells(record, record.packet?.fate === 'delivered' ? (traced.inner ?? traced) : traced);
		}
	}

	#tells(record: TraceRecord, about: TracedPacket): void {
		this.lines.set(about, [...(this.lines.get(about) ?? []), this.#text(recordComment(record))]);
		if (this.keepsRecords) this.told.set(about, [...(this.told.get(about) ?? []), record]);
	}

	/** The one copy of this text: of a long run the same is told thousands of times. */
	#text(text: string): string {
		const known = this.#texts.get(text) ?? text;
		this.#texts.set(text, known);
		return known;
	}

	/** What waited and is given up: by its sender, or with the phone’s power. */
	#forgets({ choice }: Entry, message: Pending | undefined): void {
		const { event } = message ?? {};
		if (event?.type === 'connection.cancel') this.#held.drop(({ packet }) => packet.sender === event.packet.sender);
		if (choice.type === 'act' && choice.act === 'reboot') {
			this.#held.drop(() => true);
			this.#staged.drop(() => true);
		}
	}

	/** What WireGuard has staged in this step: a packet read from utun, or one that the stack has just made. */
	#stages(before: World, after: World, brought: TracedPacket | undefined, entry: Entry, step: number): void {
		const [was, is] = [tunnelContext(before).staged, tunnelContext(after).staged];
		if (was === is || is.length === 0) return;
		const added = is.length > was.length ? is.slice(was.length) : is.slice(-1);
		for (const packet of added) {
			this.#staged.put(
				keyOf(packet),
				brought && same(brought.packet, packet) ? brought : this.#make(packet, 'tunnelProcess', entry, step)
			);
		}
	}

	/** A message that takes a packet away from the component that has just moved. */
	#leaves(post: PacketMessage, brought: TracedPacket | undefined, entry: Entry, step: number): void {
		const traced = this.#whose(post, brought, entry, step);
		this.carried.set(post.id, traced);
		if (post.from !== 'kernelRouter') return;
		const door = post.event.type === 'packet.read' ? 'utun4' : post.event.type === 'packet.arrive' ? 'en0' : undefined;
		if (!door) return;
		this.doors.set(traced, door);
		this.#sees(traced, door, 'outbound', step, entry.world);
	}

	/** Which packet it is: the one that was brought, what was in it or around it, its answer, one that waited, or a new one. */
	#whose(
		{ from, event: { packet } }: PacketMessage,
		brought: TracedPacket | undefined,
		entry: Entry,
		step: number
	): TracedPacket {
		const came = brought?.packet;
		if (brought && (same(came, packet) || same(peeled(came, packet), packet))) return brought;
		if (brought?.inner && same(came?.inner, packet)) return brought.inner;
		if (brought && packet.inner && same(came, packet.inner))
			return this.#make(packet, from, entry, step, { inner: brought });
		if (brought && came && isAnswer(packet, came)) return this.#make(packet, from, entry, step, { answers: brought });
		if (packet.inner) {
			const inner = this.#staged.take(keyOf(packet.inner)) ?? this.#make(packet.inner, from, entry, step);
			return this.#make(packet, from, entry, step, { inner });
		}
		return this.#held.take(keyOf(packet)) ?? this.#make(packet, from, entry, step);
	}

	#make(
		packet: Packet,
		by: ComponentId,
		{ world, records }: Entry,
		step: number,
		of: { inner?: TracedPacket; answers?: TracedPacket } = {}
	): TracedPacket {
		const { inner = null, answers = null } = of;
		const layers = packet.layers ?? 1;
		const seals = inner ? (by === 'relay' ? this.#tunnels.sealAnswer(inner, layers) : this.#tunnels.seal(layers)) : [];
		const handshake =
			packet.purpose !== 'handshake'
				? null
				: (answers?.handshake ??
					this.#tunnels.begin(
						records.some(({ reason }) => reason === 'wireguard.initiatesExit') ? 'exit' : 'entry',
						world
					));
		const conversation = answers?.conversation ?? this.#conversation(packet, records);
		const echo = answers?.echo ?? this.#echoes.next(packet);
		const traced: TracedPacket = {
			number: this.traced.length,
			packet,
			by,
			step,
			atMs: world.nowMs,
			answers,
			inner,
			conversation,
			echo,
			seals,
			handshake,
			lan: kernelContext(world).lan
		};
		this.traced.push(traced);
		if (inner) this.#tunnels.carries(inner, seals);
		if (by === 'tunnelProcess' && isNested(traced)) this.#sees(traced, 'betweenEnvelopes', 'outbound', step, world);
		if (isProcessPoint(by) && packet.protocol !== 'wireguard' && packet.purpose !== 'relayLookup')
			this.#sees(traced, by, 'outbound', step, world);
		return traced;
	}

	/** A TCP connection goes on until the next one is opened; everything else is a conversation of its own. */
	#conversation({ purpose, segment }: Packet, records: readonly TraceRecord[]): number {
		const again = records.some(({ reason }) => reason === 'tcp.sendsAgain' || reason === 'tcp.buildsAgain');
		if (purpose === 'negotiation' && (segment !== 'SYN' || again)) return this.#connection;
		this.#conversations += 1;
		if (purpose === 'negotiation') this.#connection = this.#conversations;
		return this.#conversations;
	}

	#sees(traced: TracedPacket, point: CapturePoint, direction: Sighting['direction'], step: number, world: World): void {
		this.sightings.push({ traced, point, direction, step, atMs: world.nowMs });
	}
}
