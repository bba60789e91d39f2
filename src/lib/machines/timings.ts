/**
 * Every duration of the model, in milliseconds. Those with a source come from published code;
 * the others are ASSUMED: round numbers that keep causes and effects in a believable order.
 */

/** ASSUMED: a message from one process of the phone to another. */
export const IPC_MS = 1;
/** ASSUMED: one way between the phone and a relay or a server. */
export const NETWORK_MS = 20;
/** ASSUMED: one way between a relay and what lies behind it. */
export const BEHIND_RELAY_MS = 10;
/** ASSUMED: the time between the phone and the access point in the same room. */
export const LAN_MS = 3;

/** ASSUMED: from the request to launch the extension to its first line of code. */
export const LAUNCH_MS = 300;
/** ASSUMED: setTunnelNetworkSettings, from call to completion. */
export const CONFIGURE_MS = 200;
/** ASSUMED: from SIGTERM, or stopTunnel, to the end of the process. */
export const TERMINATE_MS = 200;
/** ASSUMED: the pause before the next relay is configured. */
export const NEXT_RELAY_MS = 500;
/** ASSUMED: how long a DNS lookup waits before it asks again. */
export const LOOKUP_RETRY_MS = 5_000;

/** Mullvad's TunnelMonitorTimings: the gap between two pings, and when silence counts as loss. */
export const PING_GAP_MS = 3_000;
export const PING_TIMEOUT_MS = 15_000;
/**
 * ASSUMED: a tunnel that works is pinged again this often, with traffic or without. The same file has it so only while
 * traffic flows, and lets two minutes pass in a quiet tunnel.
 */
export const HEARTBEAT_MS = 10_000;
/** Mullvad's TunnelMonitorTimings: a relay gets 4 s to prove itself, doubled for each further one, 15 s at most. */
export const ESTABLISH_MS = [4_000, 8_000, 15_000] as const;

/** RFC 6298 §2, §5: a segment that nobody acknowledges is sent again after one second, and the time doubles with each try. */
export const RETRANSMISSION_TIMEOUT_MS = [1_000, 2_000, 4_000, 8_000] as const;

export { REKEY_AFTER_MS, REKEY_TIMEOUT_MS } from '../wire/wireguardTimers';

/** ASSUMED: the updater's own pace. */
export const UPDATE_DECIDES_MS = 500;
export const INSTALL_MS = 3_000;
/** ASSUMED: an app arrives in three pieces, each this long in the making. */
export const DOWNLOAD_PIECE_MS = 2_000;
export const DOWNLOAD_PIECES = 3;
/** ASSUMED: how long after a reboot the App Store takes up an unfinished update again. */
export const RETRY_UPDATE_MS = 30_000;

/** ASSUMED: from power-on until the push service checks in with Apple, the first traffic after a boot. */
export const BOOT_MS = 5_000;

/** ASSUMED: an open page asks for news this often, and a server answers this fast. */
export const PAGE_REFRESH_MS = 4_000;
export const SERVER_MS = 15;
/** ASSUMED: when Safari and the terminal give up on an answer. */
export const PAGE_TIMEOUT_MS = 15_000;
export const PING_PATIENCE_MS = 5_000;
/** ASSUMED: when the push service gives up, and when the updater asks for a missing piece again. */
export const PUSH_TIMEOUT_MS = 15_000;
export const PIECE_TIMEOUT_MS = 15_000;

/** Mullvad's tunnel MTU, in bytes. */
export const TUNNEL_MTU_BYTES = 1280;

/** Delays by which the system only keeps itself going: a world in which nothing else is due is at rest. */
export const KEEPS_GOING = ['heartbeat', 'pageRefresh', 'rekeyAfter'] as const;
