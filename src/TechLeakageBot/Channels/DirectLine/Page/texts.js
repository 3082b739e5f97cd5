// What the page itself says.
export const texts = {
  ja: {
    locale: 'ja-JP',
    title: '技術流出防止 相談ボット',
    about: '気になる連絡や依頼があったら、返事をする前にここでご相談ください。',
    hint: 'パスワードや技術の中身など、秘密そのものは書き込まないでください。',
    renew: '新しい相談',
    try: 'たとえば',
    questions: ['SNSで知らない人から製品の製造方法を聞かれた', '取引先に図面を渡してほしいと言われた', '相談窓口を教えて'],
    closed: 'この画面は、このサーバーでは公開されていません。管理者の案内する画面からご利用ください。',
    unreachable: 'ボットにつながりません。しばらくしてから画面を読み込み直してください。',
    lost: '接続が切れました。「新しい相談」を押すと、もう一度始められます。',
    as: 'だれとして',
    desk: '責任者の画面',
    personas: { employee: '社員', trainee: '研修を受ける人', officer: '責任者', deputy: '代理' },
    other: 'English',
    otherLanguage: 'en'
  },
  en: {
    locale: 'en-US',
    title: 'Technology leakage desk',
    about: 'A contact or a request seems odd? Ask here before you answer it.',
    hint: 'Do not paste passwords or the secrets themselves.',
    renew: 'New consultation',
    try: 'For example',
    questions: ['A stranger on social media asks how we make our product', 'A customer wants our drawings', 'Whom can I call?'],
    closed: 'This page is not open on this server. Please use the page your administrator names.',
    unreachable: 'The bot cannot be reached. Please reload the page in a while.',
    lost: 'The connection was lost. Press "New consultation" to start again.',
    as: 'Speak as',
    desk: "Officer's desk",
    personas: { employee: 'Employee', trainee: 'Trainee', officer: 'Officer', deputy: 'Deputy' },
    other: '日本語',
    otherLanguage: 'ja'
  }
};
