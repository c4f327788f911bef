// The story: what to look at, what is done, and what has to be seen before it goes on. Everything here can be done by hand as well.
const pick = (en, ja) => ctx => (ctx.stage.language === 'ja' ? ja : en);
const says = {
  hello: pick('Hi, I have a question about an order', 'こんにちは、注文のことで質問があります'),
  answer: pick('Hello Ms Takahashi, this is Aoki. We gladly exchange them. Which size do you need?',
    '高橋様、青木です。サイズ交換を承ります。ご希望のサイズをお知らせください。'),
  sms: pick('25 cm please. Can they be here before Friday?', '25cmでお願いします。金曜日までに届きますか？'),
  greeting: pick('Hello Ms Takahashi, Aoki here. 25 cm, and before Friday: I will put you through to shipping.',
    '高橋様、青木です。25cmを金曜日までにですね。配送担当におつなぎします。'),
  note: pick('Exchange to 25 cm agreed. Open: delivery before Friday. Please check the courier.', '25cmへの交換は合意済み。未確認：金曜日までの配送。配送会社に確認をお願いします。'),
  closing: pick('Hello Ms Takahashi, Baker from shipping. Your 25 cm pair is booked for Thursday morning.',
    '高橋様、配送担当のベイカーです。25cmは木曜の午前にお届けします。'),
  thanks: pick('Perfect, thank you!', 'よかったです、ありがとうございます！'),
};

const last = ctx => ctx.stage.said.findLast(frame => frame.kind === 'message');
const asked = (ctx, count) => ctx.stage.said.filter(frame => frame.content?.kind === 'choice').length >= count;
const saidBy = (conversation, text) => conversation?.entries.some(entry => entry.kind === 'message' && entry.author === 'customer' && entry.text === text);

export const chapters = ['chat', 'sms', 'call', 'transfer'];

export const steps = [
  {
    id: 'open', chapter: 'chat', hold: 1,
    en: 'Misaki opens the chat in the shop. Nobody knows her yet: in the desk, the bot’s line says “unknown visitor”.',
    ja: '美咲さんがショップのチャットを開きます。まだ誰か分かりません。デスクのボット欄には「未知のお客様」と表示されます。',
    async run(ctx) {
      ctx.stage.customer('shop');
      await ctx.openChat();
      await ctx.write(says.hello(ctx));
    },
    until: ctx => asked(ctx, 1),
  },
  {
    id: 'questions', chapter: 'chat', hold: 1,
    en: 'The bot asks two closed questions. Each answer is kept as a fact that nobody will ask for again.',
    ja: 'ボットが選択式の質問を2つします。答えは記録され、以後は誰も聞き直しません。',
    async run(ctx) {
      await ctx.choose(0);
      await ctx.when(() => asked(ctx, 2), 'second question');
      await ctx.choose(1);
    },
    until: ctx => last(ctx)?.author === 'bot' && last(ctx).content?.kind === 'text',
  },
  {
    id: 'claim', chapter: 'chat', hold: 2.4,
    en: 'She types an e-mail. Anybody could: so it says “possibly a known customer; not proved”, shows no name, and a code goes to that mailbox.',
    ja: 'メールアドレスを入力します。誰でも入力できるため「既知のお客様の可能性（未確認）」とだけ表示され、名前は出ません。確認コードがメールに届きます。',
    run: ctx => ctx.write(ctx.stage.shopper.email),
    until: ctx => ctx.stage.code && ctx.watch.view?.recognition === 'recognised.possible',
  },
  {
    id: 'proof', chapter: 'chat', hold: 2.2,
    en: 'The code from her mailbox, typed back, proves the address. Only now her name appears.',
    ja: 'メールで届いたコードを入力すると、アドレスが確認されます。ここで初めてお名前が表示されます。',
    async run(ctx) {
      ctx.stage.customer('mailbox');
      await ctx.pace(2.2);
      ctx.stage.customer('shop');
      await ctx.write(ctx.stage.code);
    },
    until: ctx => ctx.watch.view?.name && asked(ctx, 3),
  },
  {
    id: 'handoff', chapter: 'chat', hold: 9,
    en: 'She asks for a person. Aoki’s desk shows who it is, how surely, the open question and every answer, all above Accept. The countdown runs.',
    ja: '担当者を希望します。青木さんのデスクには、誰か・確度・ご用件・回答がすべて「対応する」の前に表示され、残り時間が減っていきます。',
    run: async ctx => {
      await ctx.choose(0);
      ctx.stage.agent('a');
    },
    until: ctx => ctx.stage.offer('a'),
  },
  {
    id: 'accept', chapter: 'chat', hold: 6,
    en: 'Aoki accepts. “Asked twice: 0” and “1 conversation” stay on screen from here to the end.',
    ja: '青木さんが対応を始めます。「二度聞き：0」と「1つの会話」は、この先もずっと表示されます。',
    run: ctx => ctx.accept('a'),
    until: ctx => ctx.stage.held('a'),
  },
  {
    id: 'leave', chapter: 'sms', hold: 4,
    en: 'Before Aoki can answer, Misaki closes the shop’s tab. A reload would not count; after three seconds the desk says that she left.',
    ja: '返信の前に、美咲さんがショップのタブを閉じます。再読み込みでは離脱と見なされず、3秒後にデスクに離脱が表示されます。',
    async run(ctx) {
      ctx.stage.customer('shop');
      await ctx.tap(ctx.stage.shop.closeButton);
      ctx.stage.shop.close();
    },
    until: ctx => ctx.stage.held('a')?.entries.some(entry => entry.kind === 'presence' && entry.detail === 'left'),
  },
  {
    id: 'reply', chapter: 'sms', hold: 8,
    en: 'Aoki answers in the same box as ever. The reply leaves by SMS to the number of the proved record; the divider in the timeline gives the reason.',
    ja: '青木さんはいつもの欄で返信します。返信は確認済みの番号へSMSで送られ、タイムラインの区切りに理由が表示されます。',
    async run(ctx) {
      ctx.stage.agent('a');
      await ctx.reply('a', says.answer(ctx));
      ctx.stage.customer('phone');
    },
    until: ctx => ctx.stage.texts.length > 0 && ctx.stage.held('a')?.legs.some(leg => leg.channel === 'sms'),
  },
  {
    id: 'text', chapter: 'sms', hold: 8,
    en: 'Misaki answers by SMS. It lands in the same conversation, and becomes its open question.',
    ja: '美咲さんがSMSで返信します。同じ会話に届き、「未解決のご用件」になります。',
    async run(ctx) {
      ctx.stage.customer('phone');
      await ctx.tap(ctx.stage.phone);
      await ctx.stage.phone.send(says.sms(ctx));
      ctx.stage.agent('a');
    },
    until: ctx => saidBy(ctx.stage.held('a'), says.sms(ctx)),
  },
  {
    id: 'ring', chapter: 'call', hold: 11,
    en: 'Later she rings from that mobile. Before Answer: her name with kana, how she was recognised, the chat, the SMS and her open question.',
    ja: 'その後、同じ携帯から着信。電話に出る前に、お名前とフリガナ、認識の根拠、チャット、SMS、未解決のご用件が表示されます。',
    async run(ctx) {
      ctx.stage.customer('phone');
      await ctx.stage.phone.call();
      ctx.stage.agent('a');
    },
    until: ctx => ctx.stage.offer('a')?.isCall,
  },
  {
    id: 'answer', chapter: 'call', hold: 4,
    en: 'Aoki answers, and the caller is connected to Aoki’s phone. No “may I have your name and order number, please?”',
    ja: '青木さんが応答し、青木さんの電話につながります。「お名前とご注文番号をお願いします」は不要です。',
    run: ctx => ctx.accept('a'),
    until: ctx => ctx.stage.held('a')?.call === 'connected' && ctx.stage.call?.phase === 'talking',
    seen: ctx => ctx.stage.say(says.greeting(ctx)),
  },
  {
    id: 'transfer', chapter: 'transfer', hold: 8,
    en: 'Baker is back from a break. Aoki passes the call on with a private note: it looks different and says that the customer cannot see it.',
    ja: 'ベイカーさんが休憩から戻りました。青木さんは内部メモを添えて通話を転送します。メモはお客様には見えません。',
    async run(ctx) {
      await ctx.stage.command('b', 'presence', { presence: 'available' });
      await ctx.transfer('a', 'agent:agent-b', says.note(ctx));
      ctx.stage.agent('b');
    },
    until: ctx => ctx.stage.offer('b'),
  },
  {
    id: 'takeover', chapter: 'transfer', hold: 11,
    en: 'Baker sees the same timeline, the same answers, and the note. Misaki does not have to say anything again.',
    ja: 'ベイカーさんにも同じタイムラインと回答、そしてメモが見えます。美咲さんが説明し直す必要はありません。',
    async run(ctx) {
      await ctx.pace(4);
      await ctx.accept('b');
    },
    until: ctx => ctx.stage.held('b')?.call === 'connected' && ctx.stage.call?.phase === 'talking',
    seen: async ctx => {
      await ctx.stage.say(says.closing(ctx));
      ctx.total = ctx.stage.held('b');
    },
  },
  {
    id: 'close', chapter: 'transfer', hold: 1.5,
    en: 'Solved: Baker closes. One conversation from the first hello to the end.',
    ja: '解決しました。ベイカーさんが終了します。最初の一言から最後まで、ひとつの会話です。',
    async run(ctx) {
      await ctx.stage.phone.speak(says.thanks(ctx));
      await ctx.pace(2.5);
      ctx.total = ctx.stage.held('b') ?? ctx.total;
      await ctx.close('b');
    },
    until: ctx => !ctx.stage.held('b') && !ctx.stage.call,
  },
];
