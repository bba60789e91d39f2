import type { Evidence } from './evidence';
import { FIELD_REPORTS } from './fieldReports';
import { issue } from './issueSource';

export { DISAGREEMENTS, type DisagreementPoint } from './disagreements';

/** A piece of writing that this site leans on. */
export interface Source {
	/** What reasons and rules call it, at the beginning of their `source`. */
	readonly name: string;
	/** What kind of thing it is, and what it says here. */
	readonly what: string;
	/** As exact as we know it; none where the thing is kept up to date and says no date. */
	readonly date?: string;
	/** Only where the address is known for certain. */
	readonly href?: string;
	readonly evidence: Evidence;
}

const ARTICLE = 'https://mullvad.net/en/blog/why-we-still-dont-use-includeallnetworks';
const APP_READ = 'as of 21 August 2026';
/** When all of them were last looked up, as far as they could be: some in copies that others have stored. */
export const SOURCES_READ = 'November 2026';

const apple = (topic: string, path: string, what: string): Source => ({
	name: `Apple, ${topic}`,
	what,
	href: `https://developer.apple.com/documentation/networkextension/${path}`,
	evidence: 'documented'
});
const forum = (thread: number, what: string): Source => ({
	name: `Apple Developer Forums, thread ${thread}`,
	what,
	href: `https://developer.apple.com/forums/thread/${thread}`,
	evidence: 'reported'
});
const rfc = (number: number, date: string, what: string): Source => ({
	name: `RFC ${number}`,
	what,
	date,
	href: `https://www.rfc-editor.org/rfc/rfc${number}`,
	evidence: 'documented'
});
/** A file of the app’s public code. */
const appCode = (name: string, what: string): Source => ({
	name: `Mullvad’s ${name}`,
	what,
	date: APP_READ,
	href: 'https://github.com/mullvad/mullvadvpn-app',
	evidence: 'code'
});

const TABLE = {
	article: {
		name: 'Mullvad, the article',
		what: 'the engineering article that this site explains',
		date: '26 March 2025',
		href: ARTICLE,
		evidence: 'observed'
	},

	appleIncludeAllNetworks: apple(
		'includeAllNetworks',
		'nevpnprotocol/includeallnetworks',
		'the flag, and what it never covers'
	),
	appleExcludeLocalNetworks: apple(
		'excludeLocalNetworks',
		'nevpnprotocol/excludelocalnetworks',
		'the local network, outside the tunnel or in it'
	),
	appleRouting: apple(
		'Routing your VPN network traffic',
		'routing-your-vpn-network-traffic',
		'which traffic goes where, what is dropped, and what no setting brings into a tunnel'
	),
	applePacketTunnelProvider: apple(
		'NEPacketTunnelProvider',
		'nepackettunnelprovider',
		'the process that is the tunnel: startTunnel, stopTunnel, packetFlow'
	),
	appleManager: apple('NEVPNManager', 'nevpnmanager', 'saving, removing, starting and stopping a VPN'),
	appleOnDemand: apple('isOnDemandEnabled', 'nevpnmanager/isondemandenabled', 'on-demand, off by default'),
	appleOnDemandRule: apple(
		'NEOnDemandRuleConnect',
		'neondemandruleconnect',
		'the rule that starts a VPN when an app opens a connection'
	),
	appleStatus: apple('NEVPNStatus', 'nevpnstatus', 'the six states of a session'),
	appleTcpState: apple(
		'NWTCPConnectionState',
		'nwtcpconnectionstate',
		'connecting, waiting, connected and three more; no time is given for any of them'
	),
	appleConnectionState: {
		name: 'Apple, NWConnection.State',
		what: 'setup, preparing, waiting, ready, failed, cancelled; whoever waits is told an error',
		href: 'https://developer.apple.com/documentation/network/nwconnection/state-swift.enum',
		evidence: 'documented'
	},
	appleExcludedRoutes: apple(
		'excludedRoutes',
		'neipv4settings/excludedroutes',
		'what stays outside a tunnel, the address of the server that it names by itself'
	),
	appleApns: apple(
		'excludeAPNs',
		'nevpnprotocol/excludeapns',
		'pushes, outside the tunnel unless the app says otherwise'
	),
	appleEnforceRoutes: apple(
		'enforceRoutes',
		'nevpnprotocol/enforceroutes',
		'routes that outrank the system’s own, and an app’s choice of interface'
	),
	appleHeaders: {
		name: 'Apple, headers of the iOS 18 SDK',
		what: 'NEVPNProtocol.h, NEVPNManager.h and NEProvider.h: defaults, what removal does, and the reasons for which a tunnel stops',
		date: 'iOS 18',
		href: 'https://github.com/xybp888/iOS-SDKs',
		evidence: 'documented'
	},

	rfc1034: rfc(1034, '1987', 'domain names'),
	rfc1122: rfc(1122, '1989', 'what an internet host does with a packet'),
	rfc1918: rfc(1918, '1996', 'private addresses'),
	rfc2131: rfc(2131, '1997', 'DHCP: how a host gets its lease'),
	rfc6298: rfc(6298, '2011', 'when TCP sends again'),
	rfc9293: rfc(9293, '2022', 'TCP: how a connection opens, carries and closes'),
	wireGuard: {
		name: 'WireGuard',
		what: 'the paper on the protocol: messages, timers, handshake',
		href: 'https://www.wireguard.com/papers/wireguard.pdf',
		evidence: 'documented'
	},

	mullvadMonitor: appCode('TunnelMonitor', 'how the app decides that a tunnel works, or has lost its relay'),
	mullvadTimings: appCode('TunnelMonitorTimings', 'how long it waits for what'),
	mullvadPeer: appCode('ephemeralpeer.proto', 'what is sent for an ephemeral peer, and what comes back'),
	mullvadProvider: {
		...appCode(
			'PacketTunnelProvider',
			'when startTunnel returns, and so when the system is told that the tunnel is up'
		),
		date: 'changes of February and August 2022, October 2023, May and September 2024, January 2026'
	},
	mullvadConfiguration: appCode(
		'TunnelConfiguration',
		'which of Apple’s options the app sets; to the system it names no server'
	),
	mullvadUpgrade: {
		...appCode('TunnelSettingsV7', 'an upgrade of the settings forgot the flag, in test builds of 2026.4 alone'),
		date: '14 July 2026'
	},
	mullvadApp: appCode('app', 'the rest of the app’s code'),
	mullvadKnownIssues: {
		...appCode('list of known issues', 'docs/known-issues.md: the leaks of iOS, and what is known against them'),
		evidence: 'reported'
	},
	mullvadRelease: {
		...appCode('release 2026.2', 'the change log: “Force all apps”, against TunnelCrack'),
		date: '21 April 2026'
	},
	mullvadWireGuard: {
		name: 'Mullvad’s WireGuard code',
		what: 'wireguard-go and wireguard-apple, as the app uses them; of what is newer, copies of single files',
		date: 'until October 2024',
		href: 'https://github.com/mullvad/wireguard-apple',
		evidence: 'code'
	},
	wireGuardGo: {
		name: 'WireGuard’s Go code',
		what: 'wireguard-go as its authors publish it: the userspace stack, and the programs that use it',
		date: 'as of May 2025',
		href: 'https://github.com/WireGuard/wireguard-go',
		evidence: 'code'
	},
	mullvadLocalNet: {
		name: 'Mullvad, on LocalNet',
		what: 'a blog post: of its apps, the one for iOS alone is affected',
		date: '9 August 2023',
		evidence: 'reported'
	},
	announcement: {
		name: 'Press reports of Mullvad’s announcement',
		what: 'yoota.it, fxtechnology.org and TechRadar: after a reboot the App Store tries again; the announcement itself could not be retrieved',
		date: 'April 2026',
		evidence: 'reported'
	},

	tunnelCrack: {
		name: 'TunnelCrack',
		what: 'research on 66 VPN clients: the LocalNet and ServerIP attacks',
		date: 'USENIX Security 2023',
		href: 'https://github.com/vanhoefm/vpnleaks',
		evidence: 'reported'
	},
	proton2020: {
		name: 'Proton, on connections from before the VPN',
		what: 'connections opened before the VPN stay outside it, on iOS 13.3.1 and 13.4',
		date: '2020',
		evidence: 'reported'
	},
	horowitz: {
		name: 'Horowitz',
		what: 'the same on iOS 15.6, with the apps of several makers',
		date: '2022',
		evidence: 'reported'
	},
	proton2022: {
		name: 'Proton’s iOS app',
		what: 'code of the app: under the flag it sends its requests by URLSession; what goes through the tunnel times out, says a comment, and calls that a bug of Apple’s framework',
		date: 'July 2022',
		href: 'https://github.com/ProtonVPN/ios-mac-app',
		evidence: 'code'
	},
	ivpnBypass: issue(
		'ivpn/ios-app',
		360,
		'August 2023',
		'traffic of Apple’s own services passes the VPN by even with the flag on, from iOS 16 on'
	),
	ivpnDisconnect: issue(
		'ivpn/ios-app',
		146,
		'2021',
		'a test of the flag: disconnecting by hand lets traffic through again, and without a server nothing passes'
	),
	ivpnReliability: issue('ivpn/ios-app', 364, undefined, 'the flag makes the VPN unreliable'),
	ivpnReasserting: {
		name: 'IVPN’s blog',
		what: 'a brief leak while the settings of a tunnel change, and what closed it',
		date: 'February 2025',
		evidence: 'reported'
	},
	passepartout: issue('partout-io/passepartout', 294, '2023', 'the flag was taken back after severe regressions'),
	passepartoutReboot: issue('partout-io/passepartout', 1251, '2025', 'a reboot or an update may leave the VPN stopped'),
	radar: issue(
		'lionheart/openradar-mirror',
		16419,
		'2016',
		'updating a VPN app hung, on iOS 10.1.1 and so before the flag existed'
	),
	mozilla: issue(
		'mozilla-mobile/mozilla-vpn-client',
		3531,
		undefined,
		'devices that share the phone’s hotspot are offline'
	),
	mozillaReboot: issue(
		'mozilla-mobile/mozilla-vpn-client',
		4897,
		undefined,
		'on-demand brings the VPN back after a reboot, unless it was turned off before'
	),
	singBox: issue('SagerNet/sing-box', 3441, undefined, 'push traffic stays outside the tunnel whatever is set'),
	windscribe: {
		name: 'Windscribe’s iOS app',
		what: 'its code: on local networks with public addresses, the flag on and excludeLocalNetworks false',
		evidence: 'code'
	},
	...FIELD_REPORTS,
	forumHandler: forum(731820, 'from iOS 16.5 on, a session whose handler is not called within a minute is ended'),
	forumOneOff: forum(704716, 'Matt Eaton of Apple: the provider’s interfaces were not meant for single requests'),
	forumNecp: forum(
		725715,
		'Quinn of Apple: a policy keeps a provider’s process off VPN interfaces, so that no loop arises; read through a mirror'
	),
	forumPushes: forum(
		817434,
		'behind a tunnel that forwards nothing, pushes over Wi-Fi fail whatever excludeAPNs says; over the mobile network it works as documented; read through a mirror'
	)
} as const satisfies Record<string, Source>;

/** The name of a source in code. */
export type SourceId = keyof typeof TABLE;
/** The bibliography: everything that a reason, a rule or the prose refers to, in the order of the model page. */
export const SOURCES: Readonly<Record<SourceId, Source>> = TABLE;
/** Every source’s name in code, in the order of the model page. */
export const SOURCE_IDS = Object.keys(TABLE) as SourceId[];

/** A name ends where the text does, or goes on with more about the same thing: “RFC 2131, section 3.1”. */
const begins = (text: string, name: string) => text.startsWith(name) && /^($|[ ,])/.test(text.slice(name.length));

/**
 * The sources that a reason’s or a rule’s `source` names. Several stand apart by semicolons; each begins with the name
 * of a source, and what follows a comma or a space says where in it. Where two names fit, the longer one counts.
 * @param text a reason’s or a rule’s `source`
 * @returns a source for each part, null for a part that names none
 */
export const sourceOf = (text: string): (SourceId | null)[] =>
	text.split(';').map((part) => {
		const fitting = SOURCE_IDS.filter((id) => begins(part.trim(), SOURCES[id].name));
		return fitting.sort((a, b) => SOURCES[b].name.length - SOURCES[a].name.length)[0] ?? null;
	});
