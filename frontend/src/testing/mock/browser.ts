export async function startMockWorld(): Promise<void> {}
