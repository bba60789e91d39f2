declare module 'wawoff2' {
	/** Unpacks a WOFF2 font into TrueType. */
	export function decompress(font: Uint8Array): Promise<Uint8Array>;
}

declare module 'virtual:component-styles' {
	/** The compiled styles of the components that vite.config.ts names. */
	const styles: string;
	export default styles;
}
