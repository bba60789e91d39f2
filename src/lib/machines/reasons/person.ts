import { reasons } from './reason';

/** What the person does, and what they see. Why rows are written out, `reasons` says. */
export const personReasons = reasons({
	'person.seesConnected': {
		text: 'The person sees “connected” and believes they are protected.',
		short: 'feels protected',
		cause: 'the app shows: connected',
		evidence: 'assumed',
		claims: []
	},
	'person.seesSymbol': {
		text: 'iOS shows its VPN symbol in the status bar, and the person takes it for protection.',
		short: 'feels protected',
		cause: 'iOS shows its VPN symbol',
		evidence: 'assumed',
		claims: []
	},
	'person.connects': {
		text: 'The person taps Connect.',
		short: 'Connect tapped',
		cause: 'by the person, in the VPN app',
		evidence: 'observed',
		claims: ['C27']
	},
	'person.disconnects': {
		text: 'The person taps Disconnect.',
		short: 'Disconnect tapped',
		cause: 'by the person, in the VPN app',
		evidence: 'code',
		claims: [],
		source: 'Mullvad’s app, StopTunnelOperation.swift'
	},
	'person.flagOn': {
		text: 'The person switches includeAllNetworks on in the app.',
		short: 'flag switched on',
		cause: 'by the person, in the VPN app',
		evidence: 'code',
		claims: ['C17'],
		source: 'Mullvad’s release 2026.2'
	},
	'person.flagOff': {
		text: 'The person switches includeAllNetworks off in the app.',
		short: 'flag switched off',
		cause: 'by the person, in the VPN app',
		evidence: 'code',
		claims: ['C17'],
		source: 'Mullvad’s release 2026.2'
	},
	'person.excludeLocalOn': {
		text: 'The person switches excludeLocalNetworks on in the app.',
		short: 'local excluded',
		cause: 'by the person: excludeLocalNetworks on',
		evidence: 'code',
		claims: ['C01'],
		source: 'Mullvad’s app, TunnelConfiguration.swift'
	},
	'person.excludeLocalOff': {
		text: 'The person switches excludeLocalNetworks off in the app.',
		short: 'local not excluded',
		cause: 'by the person: excludeLocalNetworks off',
		evidence: 'code',
		claims: ['C01'],
		source: 'Mullvad’s app, TunnelConfiguration.swift'
	},
	'person.onDemandOn': {
		text: 'The person switches on-demand on.',
		short: 'on-demand on',
		cause: 'switched by the person',
		evidence: 'documented',
		claims: [],
		source: 'Apple, isOnDemandEnabled'
	},
	'person.onDemandOff': {
		text: 'The person switches on-demand off.',
		short: 'on-demand off',
		cause: 'switched by the person',
		evidence: 'documented',
		claims: [],
		source: 'Apple, isOnDemandEnabled'
	},
	'person.opensPage': {
		text: 'The person opens a page in Safari.',
		short: 'page opened',
		cause: 'by the person, in Safari',
		evidence: 'observed',
		claims: ['C11']
	},
	'person.pings': {
		text: 'The person types ping 10.64.0.1 in the terminal.',
		short: 'ping typed',
		cause: 'by the person, in the terminal',
		evidence: 'observed',
		claims: ['C12']
	},
	'person.updates': {
		text: 'The person starts the update by hand, in the App Store.',
		short: 'update started',
		cause: 'by the person, in the App Store',
		evidence: 'observed',
		claims: ['C28', 'C30']
	},
	'person.cancels': {
		text: 'The person cancels the download.',
		short: 'cancelled',
		cause: 'by the person: the download is to end',
		evidence: 'observed',
		claims: ['C31']
	},
	'person.toggles': {
		text: 'The person moves the VPN switch in Settings.',
		short: 'switch moved',
		cause: 'by the person, in Settings',
		evidence: 'observed',
		claims: ['C31']
	},
	'person.removesProfile': {
		text: 'The person removes the VPN profile in Settings.',
		short: 'profile removed',
		cause: 'by the person, in Settings',
		evidence: 'observed',
		claims: ['C33']
	},
	'person.uninstalls': {
		text: 'The person uninstalls the VPN app.',
		short: 'app uninstalled',
		cause: 'by the person',
		evidence: 'observed',
		claims: ['C33']
	},
	'person.reboots': {
		text: 'The person reboots the phone.',
		short: 'phone rebooted',
		cause: 'by the person',
		evidence: 'observed',
		claims: ['C32']
	}
});
