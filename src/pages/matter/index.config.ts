import { titles } from '../../text/titles'

export default definePageConfig({ navigationBarTitleText: titles.matter, enableShareAppMessage: true })
