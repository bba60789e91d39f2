import { and, assertEvent, not, setup } from 'xstate';
import { because, messageTo, modelActions, post, sendPacket, type ActionArgs, type Post } from './actions';
import { ruleHolds } from './decision';
import { packetOf, type ModelEvent } from './events';
import type { Knobs } from './knobs';
import { componentOf, requestOf, type Packet } from './packets';
import { repaired, repairsOf } from './repairs';
import { RULES, RULE_IDS, type KernelContext, type KernelState, type Rule, type RuleId } from './rules';
import { LAN_MS, NETWORK_MS } from './timings';

const LEASE = requestOf('kernelRouter', 'udp', 'lease', 'accessPoint');

/** Where a packet goes when it leaves the phone by the physical interface. */
function leaves(packet: Packet): Post {
	const to = componentOf(packet.destination);
	const near = to === 'accessPoint';
	return messageTo(to, { type: 'packet.arrive', packet, from: 'kernelRouter' }, near ? LAN_MS : NETWORK_MS);
}

/** The local network's own path: whatever the address says, the access point gets it. */
const toNeighbour = (packet: Packet): Post =>
	messageTo('accessPoint', { type: 'packet.arrive', packet, from: 'kernelRouter' }, LAN_MS);

/**
 * What a rule does, as messages. A packet of the tunnel process also gets its send call's return
 * value: success whether it was passed on or thrown away (C09).
 */
function carryOut(rule: Rule, packet: Packet): Post[] {
	const slip = packet.boundTo ? [messageTo(packet.sender, { type: 'send.ok', packet })] : [];
	// With a profile active and no tunnel, traffic that wants out starts the tunnel on demand (C27).
	const demand = rule.wantsTunnel ? [messageTo('sessionManager', { type: 'traffic.wantsNetwork', packet })] : [];
	switch (rule.then) {
		case 'utun':
			return [messageTo('tunnelProcess', { type: 'packet.read', packet }), ...slip];
		case 'physicalInterface':
			return [leaves(packet), ...demand];
		case 'localNetwork':
			return [toNeighbour(packet)];
		case 'drop':
			return slip;
		case 'hold':
			return [messageTo(packet.sender, { type: 'connection.waiting', packet }), ...demand];
		case 'refuse':
			return [messageTo(packet.sender, { type: 'send.error', packet })];
	}
}

const builder = setup({
	types: { context: {} as KernelContext, events: {} as ModelEvent, input: {} as Knobs },
	actions: modelActions,
	guards: {
		rule: ({ context, event }, params: { id: RuleId; state: KernelState }) =>
			ruleHolds(params.id, packetOf(event), params.state, context),
		'the packet is an envelope for the tunnel process': ({ event }) => packetOf(event).protocol === 'wireguard',
		'it is a lease': ({ event }) => packetOf(event).purpose === 'lease',
		'the answer is a lie': ({ event }) => packetOf(event).answer === 'lying',
		'it answers the lookup of the relay': ({ event }) => packetOf(event).purpose === 'relayLookup',
		'it is a piece of the app': ({ event }) => packetOf(event).purpose === 'download',
		'the downloader is exempt': ({ context }) => repaired(context, 'downloaderExempt'),
		'an update drops the flag': ({ context }) => repaired(context, 'flagDropped'),
		'the new profile has the flag': ({ event }) =>
			event.type === 'profile.activate' && event.configuration.includeAllNetworks,
		'the flag is in force': ({ context }) => context.inForce?.includeAllNetworks === true,
		'local networks are excluded': ({ context }) => context.inForce?.excludeLocalNetworks === true,
		'the web site counts as local': ({ context }) => context.lan === 'coversWebsite'
	}
});

const { assign } = builder;

/** The rule table as transitions: one for each row that can hold in this state, in the table's order. */
const rulesFor = (state: KernelState) =>
	RULE_IDS.filter((id) => (RULES[id] as Rule).states.includes(state)).map((id) => ({
		guard: { type: 'rule' as const, params: { id, state } },
		actions: [
			because(`rule.${id}`),
			...(RULES[id].then === 'hold'
				? [assign({ held: ({ context, event }) => [...context.held, packetOf(event)] })]
				: []),
			post(({ event }) => carryOut(RULES[id], packetOf(event)))
		]
	}));

const releaseHeld = post(({ context }: ActionArgs<KernelContext>) =>
	context.held.flatMap((packet) => [
		messageTo(packet.sender, { type: 'connection.ready', packet }),
		messageTo('kernelRouter', { type: 'packet.send', packet })
	])
);

const askForLease = sendPacket(LEASE);

const enforce = ({ event }: ActionArgs) => {
	assertEvent(event, 'profile.activate');
	return event.configuration;
};

/** The packet goes to the process that it is for. */
const delivers = post(({ event }) => {
	const packet = packetOf(event);
	return messageTo(componentOf(packet.destination), { type: 'packet.receive', packet });
});

/** With the flag in force, what comes in by the physical interface is dropped, but for what may go out there as well. */
const CLEAR_IN_SPITE_OF_FLAG = and([
	'the flag is in force',
	not('it answers the lookup of the relay'),
	not(and(['the downloader is exempt', 'it is a piece of the app'])),
	not(and(['local networks are excluded', 'the web site counts as local']))
]);

/** Where every packet meets the rules. Its three states and what it remembers are all they look at. */
export const kernelRouter = builder.createMachine({
	id: 'kernelRouter',
	initial: 'noVpn',
	context: ({ input }) => ({
		inForce: null,
		utun: false,
		relayAddress: 'relay',
		lan: 'none',
		held: [],
		...repairsOf(input)
	}),
	on: {
		// Whoever joins a network has no lease there yet.
		'link.up': { actions: [because('kernel.joinsNetwork'), assign({ lan: 'none' }), askForLease] },
		reboot: {
			target: '.noVpn',
			actions: [
				because('kernel.reboots'),
				assign({ inForce: null, utun: false, relayAddress: 'relay', lan: 'none', held: [] }),
				askForLease
			]
		},
		'packet.write': {
			actions: [because('kernel.deliversFromTunnel'), delivers]
		},
		'packet.inbound': [
			{
				guard: and(['it is a lease', 'the answer is a lie']),
				actions: [because('kernel.lyingLease'), assign({ lan: 'coversWebsite' })]
			},
			{ guard: 'it is a lease', actions: [because('kernel.honestLease'), assign({ lan: 'honest' })] },
			{
				guard: 'the packet is an envelope for the tunnel process',
				actions: [
					because('kernel.passesEnvelope'),
					post(({ event }) => messageTo('tunnelProcess', { type: 'packet.datagram', packet: packetOf(event) }))
				]
			},
			{ guard: CLEAR_IN_SPITE_OF_FLAG, actions: [because('kernel.dropsClearReply')] },
			{
				actions: [because('kernel.deliversClear'), delivers]
			}
		],
		'connection.cancel': {
			actions: [
				because('kernel.forgetsHeld'),
				assign({
					held: ({ context, event }) => context.held.filter((packet) => packet.sender !== packetOf(event).sender)
				})
			]
		},
		'interface.configure': {
			actions: [
				because('kernel.interfaceThere'),
				assign({
					utun: true,
					relayAddress: ({ event }) => {
						assertEvent(event, 'interface.configure');
						return event.relayAddress;
					}
				})
			]
		},
		'interface.remove': { actions: [because('kernel.interfaceGone'), assign({ utun: false, relayAddress: 'relay' })] }
	},
	states: {
		noVpn: {
			on: {
				'packet.send': rulesFor('noVpn'),
				'profile.activate': {
					target: 'tunnelDown',
					actions: [because('kernel.profileInForce'), assign({ inForce: enforce })]
				},
				'profile.deactivate': { actions: [because('kernel.noProfile')] }
			}
		},
		tunnelDown: {
			on: {
				'packet.send': rulesFor('tunnelDown'),
				'tunnel.up': {
					target: 'tunnelUp',
					actions: [because('kernel.tunnelUp'), releaseHeld, assign({ held: [] })]
				},
				'tunnel.down': { actions: [because('kernel.stillDown')] },
				'profile.activate': [
					{
						guard: and(['an update drops the flag', not('the new profile has the flag')]),
						actions: [because('repair.kernelDropsFlag'), releaseHeld, assign({ inForce: enforce, held: [] })]
					},
					{ actions: [because('kernel.profileInForce'), assign({ inForce: enforce })] }
				],
				'profile.deactivate': {
					target: 'noVpn',
					actions: [because('kernel.profileGone'), releaseHeld, assign({ inForce: null, held: [] })]
				}
			}
		},
		tunnelUp: {
			on: {
				'packet.send': rulesFor('tunnelUp'),
				'tunnel.down': { target: 'tunnelDown', actions: [because('kernel.tunnelDown')] },
				'profile.deactivate': {
					target: 'noVpn',
					actions: [because('kernel.profileGone'), assign({ inForce: null })]
				}
			}
		}
	}
});
