/** Settings as Swift that somebody could paste. */
import { describe, expect, test } from 'vitest';
import {
	KNOB_VALUES,
	RELEASED_APP,
	refuseKnobs,
	type Configuration,
	type Knobs
} from '../../../src/lib/machines/knobs.ts';
import { swiftOf, swiftOfWorld } from '../../../src/lib/scene/swift.ts';
import { play, SCENARIOS } from '../../../src/lib/scenarios/scenarios.ts';
import { present, seek } from '../../../src/lib/sim/history.ts';
import { sessionContext } from '../../../src/lib/sim/world.ts';

const FLAG_ON: Configuration = { includeAllNetworks: true, excludeLocalNetworks: false, onDemand: true };
const withKnobs = (knobs: Partial<Knobs>, configuration = FLAG_ON) =>
	swiftOf(configuration, { ...RELEASED_APP, ...knobs });

test('the released app with the flag on is this', () => {
	expect(withKnobs({})).toBe(`// In the app: the profile
import NetworkExtension

@available(iOS 14.0, *)
func saveProfile() async throws {
	let managers = try await NETunnelProviderManager.loadAllFromPreferences()
	let manager = managers.first ?? NETunnelProviderManager()

	let tunnel = NETunnelProviderProtocol()
	tunnel.providerBundleIdentifier = "com.example.vpn.tunnel"
	tunnel.serverAddress = "relay.example.com"
	tunnel.includeAllNetworks = true
	if #available(iOS 14.2, *) {
		tunnel.excludeLocalNetworks = false
	}

	manager.protocolConfiguration = tunnel
	manager.isEnabled = true
	manager.onDemandRules = [NEOnDemandRuleConnect()]
	manager.isOnDemandEnabled = true

	do {
		try await manager.saveToPreferences()
	} catch {
		// Nothing was saved, and what is in force stays in force.
		print("The profile was not saved: \\(error.localizedDescription)")
		throw error
	}
	// A tunnel that runs already keeps what it was started with.
	try await manager.loadFromPreferences()
	try manager.connection.startVPNTunnel()
}

// In the packet tunnel provider: how it speaks inside its own tunnel
// It asks the system for no socket. A TCP/IP stack inside the process builds
// its packets, and they are encrypted as if they had been read from utun:
// with includeAllNetworks on or off, the kernel never sees them.
`);
});

test('an NWConnection is tied to the tunnel’s interface, from iOS 18 on', () => {
	const code = withKnobs({ transport: 'nwConnection', ephemeralPeer: 'both' });
	expect(code.slice(code.indexOf('// In the packet')))
		.toBe(`// In the packet tunnel provider: how it speaks inside its own tunnel
// TCP by NWConnection; its ICMP still takes a BSD socket with IP_BOUND_IF.
import Network
import NetworkExtension

@available(iOS 18.0, *)
extension NEPacketTunnelProvider {
	func openNegotiation() -> NWConnection {
		let parameters = NWParameters.tcp
		parameters.requiredInterface = virtualInterface
		let connection = NWConnection(
			host: "10.64.0.1", port: 1337, using: parameters)
		connection.stateUpdateHandler = { state in
			// includeAllNetworks is on: .preparing, .waiting, and nothing after
			print(state)
		}
		connection.start(queue: .main)
		return connection
	}
}
`);
});

describe('a BSD socket', () => {
	test('is bound to utun, and what becomes of its packets depends on the flag', () => {
		const on = withKnobs({ transport: 'bsdSocket' });
		expect(on).toContain('setsockopt(probe, IPPROTO_IP, IP_BOUND_IF,');
		expect(on).toContain('the packet vanishes');
		expect(withKnobs({ transport: 'bsdSocket' }, { ...FLAG_ON, includeAllNetworks: false })).not.toContain('vanishes');
	});

	test('has an NWTCPConnection beside it where an ephemeral peer is negotiated, and only there', () => {
		expect(withKnobs({ transport: 'bsdSocket', ephemeralPeer: 'quantum' })).toContain(
			'createTCPConnectionThroughTunnel('
		);
		expect(withKnobs({ transport: 'bsdSocket' })).not.toContain('NWTCPConnection');
	});

	test('says of that connection that it waits, with the flag on', () => {
		const negotiating = { transport: 'bsdSocket', ephemeralPeer: 'quantum' } as const;
		expect(withKnobs(negotiating)).toContain('this stays in .waiting');
		expect(withKnobs(negotiating, { ...FLAG_ON, includeAllNetworks: false })).not.toContain('.waiting');
	});
});

test('without the flag it says that the companion does not count', () => {
	expect(withKnobs({}, { ...FLAG_ON, includeAllNetworks: false })).toContain(
		'// Counts only together with includeAllNetworks'
	);
	expect(withKnobs({})).not.toContain('Counts only');
});

/** Every configuration with every way to speak that can be. */
const ALL = KNOB_VALUES.includeAllNetworks
	.flatMap((includeAllNetworks) =>
		KNOB_VALUES.excludeLocalNetworks.flatMap((excludeLocalNetworks) =>
			KNOB_VALUES.onDemand.flatMap((onDemand) =>
				KNOB_VALUES.transport.flatMap((transport) =>
					KNOB_VALUES.ephemeralPeer.map((ephemeralPeer) => ({
						configuration: { includeAllNetworks, excludeLocalNetworks, onDemand },
						knobs: { ...RELEASED_APP, transport, ephemeralPeer }
					}))
				)
			)
		)
	)
	.filter(({ knobs }) => refuseKnobs(knobs) === null);

describe('whatever is set', () => {
	test('brackets are closed in the order in which they were opened', () => {
		for (const { configuration, knobs } of ALL) expect(openedIn(swiftOf(configuration, knobs))).toEqual([]);
	});

	test('each setting is said once, as it is', () => {
		for (const { configuration, knobs } of ALL) {
			const code = swiftOf(configuration, knobs);
			const { includeAllNetworks, excludeLocalNetworks, onDemand } = configuration;
			expect(assigned(code, 'tunnel.includeAllNetworks')).toEqual([String(includeAllNetworks)]);
			expect(assigned(code, 'tunnel.excludeLocalNetworks')).toEqual([String(excludeLocalNetworks)]);
			expect(assigned(code, 'manager.isOnDemandEnabled')).toEqual([String(onDemand)]);
			expect(assigned(code, 'manager.onDemandRules')).toEqual(onDemand ? ['[NEOnDemandRuleConnect()]'] : []);
		}
	});

	test('each way to speak has its own line, and no other has it', () => {
		for (const { configuration, knobs } of ALL) {
			const code = swiftOf(configuration, knobs);
			expect(code.includes('parameters.requiredInterface = virtualInterface')).toBe(knobs.transport === 'nwConnection');
			expect(code.includes('setsockopt(')).toBe(knobs.transport === 'bsdSocket');
			expect(code.includes('TCP/IP stack inside the process')).toBe(knobs.transport === 'userspaceStack');
			expect(code.includes('sends nothing of its own')).toBe(knobs.transport === 'noProbes');
		}
	});

	test('no line is wider than a narrow panel', () => {
		for (const { configuration, knobs } of ALL)
			for (const line of swiftOf(configuration, knobs).split('\n'))
				expect(line.replaceAll('\t', '    ').length).toBeLessThanOrEqual(80);
	});
});

/** The brackets that are open at the end, or that do not fit; strings and comments apart. */
function openedIn(code: string): string[] {
	const bare = code.replace(/"(\\.|[^"\\])*"/g, '').replace(/\/\/.*/g, '');
	const open: string[] = [];
	for (const [bracket] of bare.matchAll(/[()[\]{}]/g)) {
		const pair = { ')': '(', ']': '[', '}': '{' }[bracket];
		if (pair === undefined || open.pop() !== pair) open.push(bracket);
	}
	return open;
}

/** What is assigned to a property, each time it is. */
const assigned = (code: string, property: string) =>
	code
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line.startsWith(`${property} = `))
		.map((line) => line.slice(property.length + 3));

describe('of a world', () => {
	const run = play(SCENARIOS['edit-running']);
	const worlds = Array.from({ length: run.entries.length + 1 }, (_, steps) => seek(run, steps));
	const edited = worlds.find((world) => {
		const { saved, running } = sessionContext(world);
		return saved && running && saved.includeAllNetworks !== running.includeAllNetworks;
	})!;

	test('it is what is saved; what is in force until the tunnel is stopped and started stands above', () => {
		const code = swiftOfWorld(edited);
		expect(assigned(code, 'tunnel.includeAllNetworks')).toEqual(['true']);
		expect(code.slice(0, code.indexOf('\n\n'))).toBe(
			[
				'// Saved, but not in force before the tunnel is stopped and started.',
				'// In force until then:',
				'//     includeAllNetworks = false'
			].join('\n')
		);
	});

	test('nothing is said above where what is saved is in force', () => {
		expect(swiftOfWorld(present(run))).toBe(swiftOf(sessionContext(present(run)).saved!, run.knobs));
	});

	test('before anything is saved it is what the app would save', () => {
		expect(swiftOfWorld(run.first)).toBe(
			`// No profile is saved. This is what the app would save.\n\n${swiftOf(RELEASED_APP, run.knobs)}`
		);
	});

	test('a profile that was removed and still locks the phone is told', () => {
		const code = swiftOfWorld(present(play(SCENARIOS['exit-remove-profile'])));
		expect(code).toContain('// No profile is saved.');
		expect(code).toContain('// What was in force before still is:\n//     includeAllNetworks = true');
	});
});
