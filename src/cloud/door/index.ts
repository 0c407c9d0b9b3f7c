import { openDoor } from './open'
import { listBuildings, listPlaces } from './places'

export const doorHandlers = [openDoor, listPlaces, listBuildings]
