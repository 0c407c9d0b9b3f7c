import type { TopicFamily } from '../domain/wish/match'
import { anyAppliance, appliances, clocks } from './wish-match-appliances'

// What is repaired in a home, and what is mended or sharpened outside of it.

export const repairsTopics: readonly TopicFamily[] = [
  {
    id: 'repair',
    kinds: ['home-repair', 'appliance-repair'],
    isClosed: true,
    groups: [
      appliances,
      clocks,
      {
        id: 'water',
        alike: 0.8,
        topics: { 水龙头: '龙头', 马桶: '坐便器|冲水|水箱', 水管: '漏水|滴水|水表|角阀|软管', 花洒: '淋浴头' },
      },
      {
        id: 'power',
        alike: 0.8,
        topics: {
          灯: '灯泡|灯管|换灯|吊灯|吸顶灯|灯不亮|灯具|顶灯|的灯',
          插座: '开关|插头|插线板',
          线路: '电线|跳闸|短路|电路|没电',
        },
      },
      { id: 'drain', alike: 0.9, topics: { 下水道: '下水|返水|地漏|堵了|水管堵|疏通|管道|水池堵' } },
      {
        id: 'door',
        alike: 0.6,
        topics: {
          门锁: '锁芯|换锁|锁坏|锁',
          门: '门关不|房门|防盗门|柜门|门把|合页|铰链',
          窗: '纱窗|窗户|窗子|玻璃碎|窗纱',
        },
      },
      {
        id: 'fix',
        alike: 0.6,
        topics: { 扶手: '装扶手', 晾衣杆: '晾衣架|衣架杆', 墙面: '打孔|打眼|挂钩|置物架|装架子' },
      },
      { id: 'wall', alike: 0.5, topics: { 刷墙: '墙皮|粉刷|发霉|防水|补墙' } },
      { id: 'furniture', alike: 0.6, topics: { 家具: '桌子腿|椅子腿|床腿|柜子|抽屉|凳子' } },
    ],
    covers: [
      anyAppliance,
      { words: '水电|水暖', groups: ['water', 'power'] },
      { words: '电工', groups: ['power', 'appliances'] },
      { words: '水暖工|水工', groups: ['water'] },
      { words: '小修|零修|维修|修修补补|门窗|木工', groups: ['door', 'fix', 'furniture'] },
      { words: '小修小补|零修|小修', groups: ['water', 'power', 'drain'] },
    ],
  },
  {
    id: 'mend',
    kinds: ['mend-sharpen'],
    isClosed: true,
    groups: [
      {
        id: 'sewing',
        alike: 0.9,
        topics: {
          缝补: '缝纫|针线|补衣|改衣|缝|补丁|穿针|穿不上针|衣服破|破了个洞|改短|改小|锁边',
          裤脚: '裤腿|改裤|裤子长|裤子有些长|裤子太长',
          扣子: '纽扣|钉扣',
          拉链: '',
        },
      },
      { id: 'knives', alike: 0.9, topics: { 磨刀: '剪子|剪刀|菜刀|刀钝|磨剪' } },
      { id: 'umbrella', alike: 0.9, topics: { 修伞: '雨伞|伞骨|的伞|把伞|伞坏' } },
      { id: 'cycle', alike: 0.9, topics: { 自行车: '车胎|补胎|单车|链条|电动车|电瓶车|三轮车|修车' } },
      { id: 'shoes', alike: 0.9, topics: { 补鞋: '修鞋|鞋底|开胶|鞋跟|钉鞋|皮鞋|布鞋|棉鞋|凉鞋|鞋子|鞋带' } },
      { id: 'keys', alike: 0.9, topics: { 配钥匙: '钥匙' } },
      { id: 'glasses', alike: 0.9, topics: { 修眼镜: '眼镜腿|镜架' } },
    ],
    covers: [],
  },
]
