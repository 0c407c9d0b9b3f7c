import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './attributes.json'

// The templates know them from the plugin beside this file: both number a component's attributes alike.
mergeInternalComponents(attributes)
