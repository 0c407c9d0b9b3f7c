import type { TopicFamily } from '../domain/wish/match'

// What is taught and learnt, played and sung, and at which level.

export const skillsTopics: readonly TopicFamily[] = [
  {
    id: 'arts',
    kinds: ['play-chess-cards', 'teach-arts-adult', 'teach-child-hobby', 'celebrate-perform'],
    isClosed: true,
    groups: [
      {
        id: 'chess',
        alike: 0,
        topics: { 象棋: '', 围棋: '', 军棋: '', 国际象棋: '国象', 五子棋: '', 跳棋: '' },
      },
      {
        id: 'cards',
        alike: 0.5,
        topics: { 麻将: '', 扑克: '斗地主|掼蛋|升级', 牌: '打打牌|打牌|玩牌|三缺一|牌搭子|牌友' },
      },
      {
        id: 'dance',
        alike: 0.3,
        topics: {
          跳舞: '舞蹈|广场舞|交谊舞|领舞|民族舞|的舞|教舞|学舞',
          模特步: '走秀',
          健身操: '做操|健身|有氧',
          瑜伽: '',
        },
      },
      { id: 'taichi', alike: 0.5, topics: { 太极: '太极拳|太极剑', 八段锦: '', 武术: '打拳|拳术' } },
      { id: 'song', alike: 0, topics: { 唱歌: '合唱|学歌|教歌|歌曲|唱唱歌' } },
      {
        id: 'opera',
        alike: 0.4,
        topics: {
          越剧: '',
          京剧: '',
          黄梅戏: '',
          豫剧: '',
          评剧: '',
          昆曲: '',
          沪剧: '',
          粤剧: '',
          秦腔: '',
          评弹: '评书',
          相声: '快板',
          戏曲: '唱戏|听戏|唱段|唱词|听曲|戏迷|唱一段|票友',
        },
      },
      { id: 'writing', alike: 0, topics: { 书法: '毛笔|写字班|软笔|练字|临帖|写写字', 硬笔: '钢笔字|硬笔字' } },
      { id: 'painting', alike: 0.5, topics: { 画画: '绘画|美术|学画|教画|素描|水彩|画画儿', 国画: '山水画|工笔' } },
      {
        id: 'craft',
        alike: 0.3,
        topics: {
          剪纸: '',
          编织: '毛线|钩包|编绳|钩针|打毛衣|织毛衣',
          手工: '折纸|做手工|手工课|泥塑',
          插花: '',
          缝纫课: '学缝纫|教缝纫',
        },
      },
      { id: 'baking', alike: 0.3, topics: { 烘焙: '烤箱|糕点|做蛋糕', 面点: '做面食|蒸馒头|学做菜|教做菜|厨艺' } },
      {
        id: 'instrument',
        alike: 0,
        topics: {
          二胡: '',
          葫芦丝: '',
          笛子: '竹笛',
          钢琴: '',
          吉他: '尤克里里',
          古筝: '',
          口琴: '',
          小提琴: '',
          电子琴: '',
          手风琴: '',
          萨克斯: '',
          架子鼓: '打鼓|腰鼓',
        },
      },
      {
        id: 'sport',
        alike: 0,
        topics: {
          乒乓球: '乒乓|打乒乓',
          篮球: '打篮球|投篮',
          足球: '踢足球|踢球',
          羽毛球: '',
          游泳: '',
          轮滑: '滑板|溜冰',
          跳绳: '',
          跑步: '',
        },
      },
      { id: 'camera', alike: 0, topics: { 摄影课: '学摄影|教摄影|学拍照' } },
      { id: 'reading', alike: 0.3, topics: { 朗诵: '朗读', 讲故事: '故事会|绘本课' } },
      { id: 'literacy', alike: 0, topics: { 识字: '认字|补习文化|学文化|扫盲' } },
      { id: 'science', alike: 0.3, topics: { 编程: '机器人', 科学实验: '做实验|小实验' } },
      { id: 'health-course', alike: 0, topics: { 电脑: '学电脑|教电脑' } },
    ],
    covers: [
      { words: '下棋|棋友|下盘棋|棋艺|学棋|教棋|棋类|下下棋', groups: ['chess'] },
      { words: '乐器|学琴|教琴|弹琴', groups: ['instrument'] },
      { words: '体育|打球|运动', groups: ['sport'] },
      { words: '戏', groups: ['opera'] },
    ],
  },
  {
    id: 'subject',
    kinds: ['homework-help'],
    isClosed: true,
    groups: [
      { id: 'mathematics', alike: 0.5, topics: { 数学: '算术|奥数|应用题', 物理: '', 化学: '' } },
      { id: 'english', alike: 0, topics: { 英语: '口语|英文|单词|音标|外语' } },
      { id: 'chinese', alike: 0.5, topics: { 语文: '拼音|古诗|文言', 作文: '写作文', 阅读: '阅读课|阅读指导' } },
    ],
    covers: [
      {
        words: '功课|作业|辅导|补课|讲题|补习|上上课|家教|课业',
        groups: ['mathematics', 'english', 'chinese'],
      },
    ],
  },
  {
    id: 'level',
    kinds: ['homework-help', 'child-minding', 'teach-child-hobby'],
    isClosed: true,
    groups: [
      { id: 'small', alike: 0.4, topics: { 幼儿: '幼儿园|小小孩|学龄前' } },
      { id: 'primary', alike: 0.5, topics: { 小学: '一年级|二年级|三年级|四年级|五年级|六年级|小学生' } },
      { id: 'middle', alike: 0.5, topics: { 初中: '初一|初二|初三|中考|初中生|七年级|八年级|九年级' } },
      { id: 'high', alike: 0.5, topics: { 高中: '高一|高二|高三|高考|高中生' } },
    ],
    covers: [{ words: '中学', groups: ['middle', 'high'] }],
  },
]
