/**
 * The inside of the few built-in components that need one in a browser. Everything else is its slot. What a field holds
 * is kept beside the tree (values.ts), as WeChat's native fields keep it, so these only draw.
 */
export const inputTemplates: Readonly<Record<string, string>> = {
  'wx-input.wxml': `<input value="{{value || ''}}" disabled="{{disabled || false}}" placeholder="{{placeholder || ''}}" />`,
  'wx-textarea.wxml': `<textarea disabled="{{disabled || false}}" placeholder="{{placeholder || ''}}"></textarea>`,
  'wx-image.wxml': `<img src="{{src || ''}}" />`,
}
