// How Teams sizes and colours a card. Colours are names of theme.css, so that a card follows light and dark without being drawn again.
const colour = (name, subtle = name) => ({ default: `var(--${name})`, subtle: `var(--${subtle})` })

const foregroundColors = {
  default: colour('text', 'subtle'),
  dark: colour('text', 'subtle'),
  light: colour('surface', 'emphasis-back'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
}

const container = name => ({ backgroundColor: `var(--${name})`, borderColor: 'var(--line)', foregroundColors })

export const hostConfig = {
  supportsInteractivity: true,
  fontTypes: {
    default: {
      fontFamily: 'var(--font)',
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'ui-monospace, Consolas, "Liberation Mono", monospace',
      fontSizes: { small: 12, default: 13, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('surface'),
    emphasis: container('emphasis-back'),
    accent: container('accent-back'),
    good: container('good-back'),
    warning: container('warning-back'),
    attention: container('attention-back'),
  },
  factSet: { title: { weight: 'Bolder', wrap: true, maxWidth: 140 }, value: { wrap: true }, spacing: 16 },
  table: { cellSpacing: 8 },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention' },
  },
  actions: {
    maxActions: 6,
    spacing: 'Default',
    // Between buttons card.css leaves a gap, in both directions: the renderer knows one only.
    buttonSpacing: 0,
    allowTitleToWrap: true,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    iconPlacement: 'LeftOfTitle',
    iconSize: 16,
    showCard: { actionMode: 'Inline', inlineTopMargin: 12, style: 'emphasis' },
  },
}
