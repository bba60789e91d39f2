import { issue } from './issueSource';
import type { Source } from './sources';

/** What others report, most of it for the prose alone. A part of the bibliography. */
export const FIELD_REPORTS = {
	tunnelVision: {
		name: 'TunnelVision',
		what: 'CVE-2024-3661: a lease may hand out routes, by DHCP’s option 121',
		date: 'May 2024',
		href: 'https://www.cve.org/CVERecord?id=CVE-2024-3661',
		evidence: 'reported'
	},
	ivpnTunnelVision: issue(
		'ivpn/desktop-app',
		374,
		'May 2024',
		'an assessment: on iOS, the option that blocks local traffic, which by its code sets the flag, does not mitigate it'
	),
	hiddify: issue(
		'hiddify/hiddify-app',
		2262,
		'June 2026',
		'switched off in Settings while on-demand is on, the VPN disconnects and comes straight back'
	),
	xnu: {
		name: 'Apple, XNU',
		what: 'bsd/netinet/tcp_timer.c: a SYN that nobody answers is repeated about every second at first',
		date: '2025',
		href: 'https://github.com/apple-oss-distributions/xnu',
		evidence: 'code'
	},
	duckDuckGo: issue(
		'duckduckgo/iOS',
		3460,
		'November 2024',
		'enforceRoutes against TunnelVision and TunnelCrack; by oversight not public before 2025, says #3889'
	),
	singTun: issue(
		'SagerNet/sing-tun',
		25,
		'May 2024',
		'under the flag the system’s own network stack fails without a word'
	),
	lantern: issue(
		'getlantern/lantern',
		8610,
		'April 2026',
		'the opposite choice: the system’s stack, and the flag on; with gVisor, TCP opened and then stalled'
	),
	radiance: issue(
		'getlantern/radiance',
		516,
		'June 2026',
		'on iOS, sing-box picks the stack again, for the sake of DNS; nothing is said of the flag'
	),
	ivpnUpgrade: issue(
		'ivpn/ios-app',
		283,
		'September 2022',
		'on iOS 16.0, after an update of the app while connected, the VPN said “connected” and traffic went outside it; also with another provider’s app'
	),
	adGuard: issue(
		'AdguardTeam/AdguardForiOS',
		1153,
		'2019',
		'an update of the app did not complete while its VPN was on, in a beta of iOS 13 and so before the flag existed'
	),
	netBird: issue(
		'netbirdio/ios-client',
		157,
		'July 2026',
		'without the flag the phone’s own address leaks until on-demand has the tunnel back; with it the management link collapses some ten seconds after connecting: its sockets loop, says the reporter'
	),
	partout: issue(
		'partout-io/partout',
		244,
		'March 2024',
		'while the tunnel connects, traffic goes on without it, in spite of on-demand'
	),
	dobbyVpn: issue(
		'DobbyVPN/DobbyVPN',
		164,
		'May 2026',
		'on iOS 26, connections to the server sometimes come back through the tunnel; the flag was given up for enforceRoutes'
	),
	reload: issue(
		'iCepa/iCepa',
		9,
		'2016',
		'on macOS, a start right after saving fails as “configuration invalid” unless the preferences are loaded again'
	),
	ios27: {
		name: 'dotnet/macios, headers of Xcode 27',
		what: 'its wiki compares the betas: the flag among the settings that a provider applies itself, and its withdrawal',
		date: 'June to August 2026',
		href: 'https://github.com/dotnet/macios/wiki/NetworkExtension-iOS-xcode27.0-b1',
		evidence: 'reported'
	}
} as const satisfies Record<string, Source>;
