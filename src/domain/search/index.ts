export { makeFinder, type Entry, type Finder, type Hit } from './find'
