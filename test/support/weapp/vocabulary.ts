/** What WeChat documents of one built-in component. Names as in WXML. */
export interface BuiltIn {
  readonly properties: ReadonlySet<string>
  readonly events: ReadonlySet<string>
}

const words = (text: string) => text.trim().split(/\s+/).filter(Boolean)

/** What every built-in component takes: https://developers.weixin.qq.com/miniprogram/dev/framework/view/component.html */
const everywhere = words('hidden animation')

/** https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html */
const aria = words(`
  aria-hidden aria-role aria-label aria-checked aria-disabled aria-describedby aria-expanded aria-haspopup
  aria-selected aria-required aria-orientation aria-valuemin aria-valuemax aria-valuenow aria-readonly
  aria-multiselectable aria-controls tabindex aria-labelledby aria-multiline aria-placeholder aria-level aria-live
  aria-atomic aria-relevant aria-busy aria-modal aria-owns aria-pressed aria-sort aria-valuetext`)

/** What bubbles from everywhere, and what styles tell. */
const gestures = words(`
  tap longtap longpress touchstart touchmove touchend touchcancel touchforcechange
  transitionend animationstart animationiteration animationend`)

const hover = 'hover-class hover-stop-propagation hover-start-time hover-stay-time'
const keyboard = `cursor-spacing focus confirm-type confirm-hold cursor selection-start selection-end adjust-position
  hold-keyboard placeholder placeholder-style placeholder-class disabled maxlength value name auto-focus`
const typing = `input focus blur confirm keyboardheightchange selectionchange keyboardcompositionstart
  keyboardcompositionupdate keyboardcompositionend`

/** Each component with its own properties and its own events, from WeChat's reference of components. */
const documented: Readonly<Record<string, readonly [properties: string, events?: string]>> = {
  view: [hover],
  text: ['selectable user-select space decode overflow max-lines'],
  icon: ['type size color'],
  progress: [
    `percent show-info border-radius font-size stroke-width color activeColor backgroundColor active active-mode
    duration`,
    'activeend',
  ],
  'rich-text': ['nodes space user-select mode'],
  image: ['src mode webp lazy-load show-menu-by-longpress fade-in', 'error load'],
  // `name` and `business-id` are Taro's additions, which WeChat passes over.
  button: [
    `size type plain disabled loading form-type open-type ${hover} lang session-from send-message-title
    send-message-path send-message-img app-parameter show-message-card phone-number-no-quota-toast name business-id`,
    `getuserinfo contact createliveactivity getphonenumber getrealtimephonenumber error opensetting launchapp
    chooseavatar agreeprivacyauthorization`,
  ],
  form: ['report-submit report-submit-timeout name', 'submit reset submitToGroup'],
  label: ['for name'],
  input: [
    `type password always-embed cursor-color auto-fill safe-password-cert-path safe-password-length
    safe-password-time-stamp safe-password-nonce safe-password-salt safe-password-custom-hash ${keyboard}`,
    `${typing} nicknamereview`,
  ],
  textarea: [
    `auto-height fixed show-confirm-bar disable-default-padding adjust-keyboard-to ${keyboard}`,
    `${typing} linechange`,
  ],
  checkbox: ['value disabled checked color name'],
  'checkbox-group': ['name', 'change'],
  radio: ['value disabled checked color name'],
  'radio-group': ['name', 'change'],
  switch: ['checked disabled type color name', 'change'],
  slider: [
    `min max step disabled value color selected-color activeColor backgroundColor block-size block-color show-value
    name`,
    'change changing',
  ],
  picker: [
    'header-text mode disabled range range-key value start end fields custom-item level name',
    'change columnchange cancel',
  ],
  'picker-view': [
    'value indicator-style indicator-class mask-style mask-class immediate-change name',
    'change pickstart pickend',
  ],
  'picker-view-column': ['name'],
  'scroll-view': [
    `scroll-x scroll-y upper-threshold lower-threshold scroll-top scroll-left scroll-into-view
    scroll-into-view-offset scroll-with-animation enable-back-to-top enable-flex scroll-anchoring enhanced bounces
    show-scrollbar paging-enabled fast-deceleration enable-passive using-sticky type associative-container reverse
    clip cache-extent min-drag-distance padding scroll-into-view-within-extent scroll-into-view-alignment
    refresher-enabled refresher-threshold refresher-default-style refresher-background refresher-triggered
    refresher-ballistic-refresh-enabled refresher-two-level-enabled refresher-two-level-triggered
    refresher-two-level-threshold refresher-two-level-close-threshold refresher-two-level-scroll-enabled
    refresher-two-level-pinned`,
    `scrolltoupper scrolltolower scroll scrollstart scrollend dragstart dragging dragend refresherpulling
    refresherrefresh refresherrestore refresherabort refresherwillrefresh refresherstatuschange`,
  ],
  swiper: [
    `indicator-dots indicator-color indicator-active-color autoplay current current-item-id interval duration circular
    vertical previous-margin next-margin snap-to-edge display-multiple-items easing-function layout-type
    transformer-type indicator-type indicator-margin indicator-spacing indicator-radius indicator-width
    indicator-height indicator-alignment indicator-offset scroll-with-animation cache-extent`,
    'change transition animationfinish',
  ],
  'swiper-item': ['item-id skip-hidden-item-layout'],
  navigator: [
    `target url open-type delta app-id path extra-data version short-link hover-class hover-stop-propagation
    hover-start-time hover-stay-time`,
    'success fail complete',
  ],
  'web-view': ['src', 'message load error'],
  'cover-view': ['scroll-top marker-id'],
  'cover-image': ['src referrer-policy', 'load error'],
  'movable-area': ['scale-area'],
  'movable-view': [
    'direction inertia out-of-bounds x y damping friction disabled scale scale-min scale-max scale-value',
    'change scale htouchmove vtouchmove',
  ],
  'page-container': [
    'show duration z-index overlay position round close-on-slide-down overlay-style custom-style',
    'beforeenter enter afterenter beforeleave leave afterleave clickoverlay',
  ],
  'root-portal': ['enable'],
  'page-meta': [
    `background-text-style background-color background-color-top background-color-bottom scroll-top scroll-duration
    page-style root-font-size root-background-color page-font-size page-orientation`,
    'resize scroll scrolldone',
  ],
  'navigation-bar': ['title loading front-color background-color color-animation-duration color-animation-timing-func'],
  'match-media': ['min-width max-width width min-height max-height height orientation'],
}

export const builtIns: ReadonlyMap<string, BuiltIn> = new Map(
  Object.entries(documented).map(([tag, [properties, events = '']]) => [
    tag,
    {
      properties: new Set([...everywhere, ...aria, ...words(properties)]),
      events: new Set([...gestures, ...words(events)]),
    },
  ]),
)

/** Events of touch, which go up through the tree; every other event stays where it happened. */
export const bubbling: ReadonlySet<string> = new Set(gestures)

/** What a view draws is named so inside the host: HTML has an `input` and a `form` of its own. */
export const inner = (tag: string) => `wx-${tag}`
export const outer = (tag: string) => tag.replace(/^wx-/, '')

/** WXML's own tags, which draw nothing. */
export const structural: ReadonlySet<string> = new Set(['template', 'import', 'include', 'wxs', 'block', 'slot'])
