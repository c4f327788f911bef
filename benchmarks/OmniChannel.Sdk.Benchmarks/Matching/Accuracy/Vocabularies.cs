namespace OmniChannel.Matching.Accuracy;

/// <summary>Common names of some languages; lists of general knowledge, not taken from any file.</summary>
internal static class Vocabularies
{
    private static readonly string[] EnglishStreets = [.. Vocabulary.With([], 900, 2).Select((word, i) => word.Text + (i % 4) switch { 0 => " Street", 1 => " Road", 2 => " Avenue", _ => " Lane" })];

    public static readonly Vocabulary English = new()
    {
        Given = Vocabulary.With(Vocabulary.Read("James/Jim/Jimmy Mary/Molly John/Jack Patricia/Pat/Patty Robert/Bob/Rob Jennifer/Jen Michael/Mike Linda/Lindy William/Bill/Will Elizabeth/Liz/Beth "
            + "David/Dave Barbara/Barb Richard/Dick/Rick Susan/Sue Joseph/Joe Jessica/Jess Thomas/Tom Sarah/Sally Charles/Charlie Karen Christopher/Chris Lisa Daniel/Dan Nancy Matthew/Matt "
            + "Betty Anthony/Tony Margaret/Peggy/Maggie Mark Sandra/Sandy Donald/Don Ashley Steven/Steve Kimberly/Kim Paul Emily/Em Andrew/Andy Donna Joshua/Josh Michelle Kenneth/Ken Carol "
            + "Kevin Amanda/Mandy Brian Dorothy/Dot George Melissa/Mel Edward/Ed/Ted Deborah/Deb Ronald/Ron Stephanie/Steph Timothy/Tim Rebecca/Becky Jason Sharon Jeffrey/Jeff Laura Ryan Cynthia/Cindy"), 240, 2),
        Family = Vocabulary.With(Vocabulary.Read("Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez "
            + "Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts "
            + "Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Peterson Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes"), 1500, 3),
        Streets = EnglishStreets,
        Cities = [.. Vocabulary.With([], 160, 2).Select(word => word.Text + "ton")],
    };

    public static readonly Vocabulary German = new()
    {
        Given = Vocabulary.Read("Peter Michael Thomas Andreas Wolfgang Klaus Jürgen Stefan Christian Uwe Werner Horst Frank Dieter Manfred Gerhard Hans Bernd Thorsten Matthias Heinz Martin Walter Rainer Günther "
            + "Herbert Karl Helmut Joachim Rolf Ursula Maria Karin Helga Sabine Ingrid Renate Monika Susanne Gisela Petra Birgit Andrea Anna Brigitte Claudia Erika Christa Elke Stefanie Gertrud Elisabeth Angelika "
            + "Barbara Gabriele Heike Silke Nicole Katrin Anja Jutta Sandra Sonja Alexander Daniel Markus Sven Jan Ralf Holger Kai Lars Nina Julia Lena Tobias Florian Benjamin Dennis"),
        Family = Vocabulary.Read("Müller Schmidt Schneider Fischer Meyer Weber Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann "
            + "Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich "
            + "Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich"),
        Streets = [.. Vocabulary.With([], 500, 2).Select(word => word.Text + "straße")],
        Cities = [.. Vocabulary.With([], 120, 2).Select(word => word.Text + "dorf")],
        StreetFormat = "{0} {1}",
        Steepness = 0.7,
    };

    public static readonly Vocabulary Spanish = new()
    {
        Given = Vocabulary.Read("María/Mari José/Pepe Antonio/Toño Carmen Manuel/Manolo Francisco/Paco Ana Juan Dolores/Lola Javier/Javi Isabel/Isa Jesús Rosario/Charo Miguel Pilar Rafael/Rafa Teresa/Tere Pedro Ángeles "
            + "Ángel Cristina/Cris Alejandro/Alex Laura Fernando/Nando Lucía Pablo Marta Sergio Elena Jorge Sara Alberto/Beto Paula Luis Raquel Álvaro Rocío Diego Irene Óscar Silvia Rubén Nuria Adrián Beatriz/Bea Iván"),
        Family = Vocabulary.With(Vocabulary.Read("García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez "
            + "Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz"), 200, 3),
        Streets = [.. Vocabulary.With([], 400, 2).Select(word => "Calle " + word.Text)],
        Cities = [.. Vocabulary.With([], 80, 2).Select(word => "Villa" + word.Text.ToLowerInvariant())],
        StreetFormat = "{0}, {1}",
    };

    public static readonly Vocabulary Japanese = new()
    {
        Given = Vocabulary.ReadKanji("太郎:タロウ:taro 花子:ハナコ:hanako 健一:ケンイチ:kenichi 美咲:ミサキ:misaki 翔太:ショウタ:shota 陽子:ヨウコ:yoko 大輔:ダイスケ:daisuke 恵子:ケイコ:keiko 誠:マコト:makoto 愛:アイ:ai 拓也:タクヤ:takuya "
            + "由美子:ユミコ:yumiko 浩:ヒロシ:hiroshi 裕子:ユウコ:yuko 直樹:ナオキ:naoki 真由美:マユミ:mayumi 学:マナブ:manabu 久美子:クミコ:kumiko 隆:タカシ:takashi 幸子:サチコ:sachiko 和也:カズヤ:kazuya 智子:トモコ:tomoko 亮:リョウ:ryo 明美:アケミ:akemi "
            + "修:オサム:osamu 京子:キョウコ:kyoko 剛:ツヨシ:tsuyoshi 彩:アヤ:aya 洋平:ヨウヘイ:yohei 結衣:ユイ:yui 康弘:ヤスヒロ:yasuhiro 千尋:チヒロ:chihiro 博之:ヒロユキ:hiroyuki 沙織:サオリ:saori 雄大:ユウダイ:yudai 葵:アオイ:aoi 哲也:テツヤ:tetsuya 舞:マイ:mai "
            + "純:ジュン:jun 里奈:リナ:rina 正樹:マサキ:masaki 真央:マオ:mao 勇気:ユウキ:yuki 優希:ユウキ:yuki 達也:タツヤ:tatsuya 紀子:ノリコ:noriko 秀樹:ヒデキ:hideki 麻衣:マイ:mai 弘:ヒロシ:hiroshi 香織:カオリ:kaori"),
        Family = Vocabulary.ReadKanji("佐藤:サトウ:sato 鈴木:スズキ:suzuki 高橋=髙橋:タカハシ:takahashi 田中:タナカ:tanaka 伊藤:イトウ:ito 渡辺=渡邊=渡邉:ワタナベ:watanabe 山本:ヤマモト:yamamoto 中村:ナカムラ:nakamura 小林:コバヤシ:kobayashi 加藤:カトウ:kato "
            + "吉田:ヨシダ:yoshida 山田:ヤマダ:yamada 佐々木:ササキ:sasaki 山口:ヤマグチ:yamaguchi 松本:マツモト:matsumoto 井上:イノウエ:inoue 木村:キムラ:kimura 林:ハヤシ:hayashi 斎藤=斉藤=齋藤:サイトウ:saito 清水:シミズ:shimizu 山崎=山﨑:ヤマザキ:yamazaki "
            + "森:モリ:mori 池田:イケダ:ikeda 橋本:ハシモト:hashimoto 阿部:アベ:abe 石川:イシカワ:ishikawa 山下:ヤマシタ:yamashita 中島=中嶋:ナカジマ:nakajima 石井:イシイ:ishii 小川:オガワ:ogawa 前田:マエダ:maeda 岡田:オカダ:okada 長谷川:ハセガワ:hasegawa "
            + "藤田:フジタ:fujita 後藤:ゴトウ:goto 近藤:コンドウ:kondo 村上:ムラカミ:murakami 遠藤:エンドウ:endo 青木:アオキ:aoki 坂本:サカモト:sakamoto 福田:フクダ:fukuda 太田:オオタ:ota 西村:ニシムラ:nishimura 藤井:フジイ:fujii 岡本:オカモト:okamoto "
            + "金子:カネコ:kaneko 藤原:フジワラ:fujiwara 三浦:ミウラ:miura 中野:ナカノ:nakano 原田:ハラダ:harada 松田:マツダ:matsuda 竹内:タケウチ:takeuchi 小野:オノ:ono 中山:ナカヤマ:nakayama 田村:タムラ:tamura 石田:イシダ:ishida 上田:ウエダ:ueda 森田:モリタ:morita "
            + "原:ハラ:hara 柴田:シバタ:shibata 酒井:サカイ:sakai 工藤:クドウ:kudo 横山:ヨコヤマ:yokoyama 宮崎:ミヤザキ:miyazaki 宮本:ミヤモト:miyamoto 内田:ウチダ:uchida 高木:タカギ:takagi 安藤:アンドウ:ando 谷口:タニグチ:taniguchi 大野:オオノ:ono"),
        Streets = [.. "本町 栄町 中央 緑町 旭町 桜台 若葉町 末広町 幸町 錦町 寿町 大手町 南町 北町 東町 西町 新町 元町 泉町 富士見町 梅田 松原 竹の塚 青葉台 希望ヶ丘 美園 平和台 日の出町 光が丘 高砂".Split(' ')],
        Cities = [.. "東京都新宿区 東京都世田谷区 東京都練馬区 東京都大田区 神奈川県横浜市港北区 神奈川県川崎市中原区 大阪府大阪市北区 大阪府堺市堺区 愛知県名古屋市中区 愛知県豊田市 北海道札幌市中央区 福岡県福岡市博多区 兵庫県神戸市中央区 京都府京都市左京区 埼玉県さいたま市浦和区 埼玉県川口市 千葉県千葉市美浜区 千葉県船橋市 広島県広島市中区 宮城県仙台市青葉区 静岡県浜松市 新潟県新潟市".Split(' ')],
        StreetFormat = "{0}{1}",
        HouseNumbers = 0,
        Steepness = 0.6,
    };
}
