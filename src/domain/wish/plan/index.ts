export * from './explain'
export * from './plan'
