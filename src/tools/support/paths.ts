import path from 'node:path'

export const root = path.resolve(__dirname, '../../..')
export const fromRoot = (...parts: string[]) => path.join(root, ...parts)
