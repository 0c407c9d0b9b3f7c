import { rule, said } from './rule'
import type { Rule } from './types'

// How one is reached, where one lives, how one gets in: what is for the other half of a pair only.

const contact: readonly Rule[] = [
  rule(
    'phone',
    /(?:请|有需要|需要的?|想学的?|可以|欢迎|先)*(?:加|\+|扫)(?:一下|个|一个|我|俺|本人|群主)*(?:的)?(?:微信|薇信|威信|微讯|徽信|卫星|vx|wx|v信|v(?!ip)|q(?!u)|qq|企鹅|好友|抖音)(?:号)?(?:是)?[a-z0-9]{0,20}/,
    { unless: said(/怎么|不会|学|教我|教老|教大|教您|弄不|帮我加|免打扰|不加/), isCut: true },
  ),
  rule('phone', /(?:微信|手机|电话|v|vx|wx|威信|薇信)(?:号)?同号/, { isCut: true }),
  rule(
    'phone',
    /(?:我的?)?(?:微信|薇信|威信|卫星|vx|wx|v信|qq|扣扣|企鹅|抖音|快手|钉钉)(?:号|群|id)?(?:是|为|，)?[a-z0-9]{5,20}/,
    { isCut: true },
  ),
  rule(
    'phone',
    /扫(?:我|下|一下|这个|下面|上面)*(?:的)?(?:二维码|码)(?:进|加|联系|入)|(?:家长|微信|qq|q)群(?:号|扫)|进群(?:领|报|联系|接)|私聊|私信我|加群/,
    {
      isCut: true,
      unless: said(/怎么|不会|学|教我/),
    },
  ),
  rule('phone', /[a-z0-9]{2,20}@[a-z0-9]{2,12}(?:com|cn|net|，com|，cn)?|https?|www/, { isCut: true }),
]

const secrets: readonly Rule[] = [
  rule('card-number', /(?:支付|微信|银行|卡|取款|登录|手机|社保|医保)G{0,4}密码(?!锁)(?:是|为|，)?N{4,8}/, {
    isCut: true,
  }),
]

const amount = /(?![个位人户元块斤两米天年月日岁条件度路公集份次点本只张样克瓦平多几年])/
const addressOf = (pattern: RegExp): Rule =>
  rule('address-or-key', new RegExp(`${pattern.source}${amount.source}`), { isCut: true })
const address: readonly Rule[] = [
  addressOf(/(?:N{1,3}(?:号)?单元|N{1,3}门)N{3,5}(?:室|户|号|房)?/),
  addressOf(/N{3,4}(?:室|房间|号房)/),
  rule(
    'address-or-key',
    /(?:N{1,3}|[a-z])(?:号楼|栋|幢|座|楼)(?:的)?N{3,4}(?![个位人元块斤两米天年月日岁条件度路份次点本只张瓦])/,
    { isCut: true },
  ),
  addressOf(/(?:我家?|本人|家|俺)(?:就)?(?:是|住|在|住在)N{3,4}/),
  rule('address-or-key', /N{3,4}(?:那户|那家|住户|户主|号的?邻居)/, { isCut: true }),
  rule(
    'address-or-key',
    /钥匙(?:就|我|都|会|已经|给您|给你|一直)*(?:放|压|藏|搁|塞|挂|留)|钥匙G{0,10}(?:脚垫|地垫|门垫|垫子|花盆|鞋柜|鞋架|电表箱|表箱|信箱|奶箱|石头|门框|消防栓|窗台|灭火器|门缝)|(?:脚垫|地垫|门垫|花盆|鞋柜|信箱|奶箱)(?:下|底|里)G{0,6}钥匙|钥匙给(?:你|您)/,
    {
      unless: said(
        /落在|忘|借|工具间|仓库|活动室|配|锁芯|在(?:物业|值班|门卫|居委|社区|服务)[^旁边后外]|在(?:物业|门卫|居委会|社区)$/,
      ),
    },
  ),
  rule(
    'address-or-key',
    /密码锁G{0,4}N{3,}|(?:门|锁|门禁|大门|家里|家门|楼门|指纹锁)G{0,6}密码(?:锁)?G{0,8}N{3,}|密码G{0,4}N{3,8}G{0,4}(?:开门|进门|进屋|井)|密码G{0,3}(?:是)?(?:我)?(?:的)?生日/,
  ),
  rule(
    'address-or-key',
    /门(?:从来|一直|总|都|平时|白天|晚上)*(?:没锁|不锁|没关|不关|虚掩|没上锁|开着)|没锁门|不锁门|推门(?:就)?(?:进|来)|直接(?:开门)?进(?:来|屋|门)|自己开门|自己进(?:来|屋)/,
    {
      side: 'wish',
      unless: said(/关不|锁不上|单元门|活动室|冰箱|柜门|箱门|车门|忘/),
    },
  ),
  rule(
    'address-or-key',
    /(?:出门|旅游|出差|外出|回老家|全家|N点到N点|整个?白天|每天白天|白天都|晚上都|一整天|这几天|下周)[^]{0,14}家里?(?:就|都|也|一直)*没(?:有)?人(?:$|，|在|住|看)|家里?(?:就|都|也|一直)*没(?:有)?人(?:在|住)|房子空着|屋里空着/,
    {
      side: 'wish',
      unless: said(/陪|说话|做饭|看孩子|带|照/),
    },
  ),
  rule(
    'address-or-key',
    /钥匙(?:给|交|留)(?:了|给)?(?:门卫|保安|邻居|隔壁|对门|物业|你|您)|家里没人$|(?:门|门锁)一推就(?:开|进)/,
    {
      side: 'wish',
      unless: said(/借|忘|工具间|活动室/),
    },
  ),
]

export const contactRules: readonly Rule[] = [...contact, ...secrets, ...address]
