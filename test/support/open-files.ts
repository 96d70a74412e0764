const { userLimits } = process.report.getReport() as unknown as { userLimits: { open_files: { soft: number | 'unlimited' } } }
const { soft } = userLimits.open_files

/** Whether this process may have so many connections open, both ends of what it connects to itself included. */
export const mayOpen = (ends: number) => soft === 'unlimited' || soft > ends + 200
