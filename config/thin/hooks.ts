export { hooks } from '@tarojs/shared'
