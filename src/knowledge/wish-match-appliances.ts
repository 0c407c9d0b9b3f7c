import type { TopicGroup } from '../domain/wish/match'

// Appliances are repaired, and they are wished for.

export const appliances: TopicGroup = {
  id: 'appliances',
  alike: 0.3,
  topics: {
    电视: '遥控器|机顶盒|电视机',
    收音机: '半导体|录音机|故事机|唱戏机',
    电风扇: '风扇|电扇|空调扇',
    电饭煲: '电饭锅|电压力锅|压力锅|高压锅',
    洗衣机: '',
    冰箱: '',
    空调: '',
    微波炉: '烤箱',
    电磁炉: '',
    电水壶: '热水壶|电壶|烧水壶',
    热水器: '淋浴器',
    油烟机: '抽油烟机',
    台灯: '',
    电热毯: '',
    取暖器: '暖风机|电暖器|小太阳|电暖气',
    音响: '音箱',
    电脑: '',
    吸尘器: '',
    豆浆机: '榨汁机',
    泡脚桶: '足浴盆|洗脚盆|泡脚盆',
    电吹风: '吹风机',
    煎锅: '炒锅|平底锅|铁锅|锅子|小锅',
    打磨机: '磨光机',
    手机: '',
  },
}

export const clocks: TopicGroup = { id: 'clocks', alike: 0.9, topics: { 钟表: '手表|挂钟|闹钟|座钟|修表|钟' } }

/** Words for any of them. */
export const anyAppliance = { words: '家电|电器', groups: ['appliances'] }
