import type { Configuration, Knobs } from '../machines/knobs';
import { appContext, sessionContext, type World } from '../sim/world';
import { providerSwift } from './swiftProvider';

/** Apple’s names for what a configuration holds, and where each is found. */
const PROPERTIES: Readonly<Record<keyof Configuration, string>> = {
	includeAllNetworks: 'includeAllNetworks',
	excludeLocalNetworks: 'excludeLocalNetworks',
	onDemand: 'isOnDemandEnabled'
};

const block = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

/**
 * Settings as Swift: what the app saves, and how its provider speaks inside its own tunnel.
 * @param configuration what is saved in the profile
 * @param knobs the rest of the phone
 * @returns a listing
 */
export const swiftOf = (configuration: Configuration, knobs: Knobs): string =>
	`${profileSwift(configuration)}\n${providerSwift(configuration, knobs)}`;

/**
 * The saved profile of a world as Swift; where something else is in force, its head says what (C18).
 * @param world as it is after some step
 * @returns a listing
 */
export function swiftOfWorld(world: World): string {
	const { saved, running } = sessionContext(world);
	const code = swiftOf(saved ?? appContext(world).settings, world.knobs);
	const note = [
		...(saved ? [] : ['No profile is saved. This is what the app would save.']),
		...inForceNote(saved, running)
	];
	return note.length === 0 ? code : `${block(...note.map((line) => `// ${line}`))}\n${code}`;
}

/** What is in force, where that is not what is saved. */
function inForceNote(saved: Configuration | null, running: Configuration | null): string[] {
	if (running === null) return [];
	const differing = (Object.keys(PROPERTIES) as (keyof Configuration)[]).filter((key) => saved?.[key] !== running[key]);
	if (differing.length === 0) return [];
	return [
		saved ? 'Saved, but not in force before the tunnel is stopped and started.' : 'What was in force before still is:',
		...(saved ? ['In force until then:'] : []),
		...differing.map((key) => `    ${PROPERTIES[key]} = ${running[key]}`)
	];
}

/**
 * The app’s half. `includeAllNetworks` is there from iOS 14 on, `excludeLocalNetworks` from 14.2 on. Everything is said
 * aloud, defaults too: a manager that was loaded may hold other values.
 */
const profileSwift = ({ includeAllNetworks, excludeLocalNetworks, onDemand }: Configuration): string =>
	block(
		'// In the app: the profile',
		'import NetworkExtension',
		'',
		'@available(iOS 14.0, *)',
		'func saveProfile() async throws {',
		'	let managers = try await NETunnelProviderManager.loadAllFromPreferences()',
		'	let manager = managers.first ?? NETunnelProviderManager()',
		'',
		'	let tunnel = NETunnelProviderProtocol()',
		'	tunnel.providerBundleIdentifier = "com.example.vpn.tunnel"',
		'	tunnel.serverAddress = "relay.example.com"',
		`	tunnel.includeAllNetworks = ${includeAllNetworks}`,
		'	if #available(iOS 14.2, *) {',
		...(includeAllNetworks ? [] : ['		// Counts only together with includeAllNetworks or enforceRoutes.']),
		`		tunnel.excludeLocalNetworks = ${excludeLocalNetworks}`,
		'	}',
		'',
		'	manager.protocolConfiguration = tunnel',
		'	manager.isEnabled = true',
		...(onDemand ? ['	manager.onDemandRules = [NEOnDemandRuleConnect()]'] : []),
		`	manager.isOnDemandEnabled = ${onDemand}`,
		'',
		'	do {',
		'		try await manager.saveToPreferences()',
		'	} catch {',
		'		// Nothing was saved, and what is in force stays in force.',
		'		print("The profile was not saved: \\(error.localizedDescription)")',
		'		throw error',
		'	}',
		'	// A tunnel that runs already keeps what it was started with.',
		'	try await manager.loadFromPreferences()',
		'	try manager.connection.startVPNTunnel()',
		'}'
	);
