namespace OmniChannel.Identity.Matching.Folding;

/// <summary>Kanji of names that are written in old, new or local forms: each group folds to its first character.</summary>
internal static class VariantKanji
{
    // The pairs of old and new forms are those of the official list of characters for common use and of the list for personal names.
    private const string Groups =
        "高髙 崎﨑嵜碕 辺邊邉 斉齊齋斎 浜濱濵 沢澤 広廣 国國圀 桜櫻 竜龍 真眞 恵惠 徳德 栄榮 寿壽 浅淺 関關 蔵藏"
        + " 応應 瀬瀨 島嶋嶌 峰峯 静靜 黒黑 薮藪籔 沖冲 塩鹽 円圓 奥奧 横橫 温溫 価價 画畫 会會 絵繪 巻卷 勧勸 帰歸"
        + " 亀龜 旧舊 強强 暁曉 区區 薫薰 群羣 県縣 剣劍劔 検檢 験驗 厳嚴 晃晄 済濟 冴冱 残殘 児兒 実實 写寫 舎舍"
        + " 釈釋 収收 渋澁 獣獸 従從 縦縱 緒緖 将將 焼燒 奨奬 条條 状狀 乗乘 浄淨 畳疊 嬢孃 譲讓 醸釀 慎愼 尽盡 粋粹"
        + " 穂穗 専專 戦戰 繊纖 禅禪 双雙 壮壯 荘莊 捜搜 挿插 聡聰 総總 増增 滝瀧 単單 団團 弾彈 昼晝 鋳鑄 庁廳 聴聽"
        + " 鎮鎭 転轉 伝傳 灯燈 盗盜 稲稻 徳悳 独獨 冨富 弐貳 悩惱 脳腦 覇霸 髪髮 抜拔 晩晚 秘祕 桧檜 払拂 仏佛 歩步"
        + " 豊豐 翻飜 毎每 万萬 満滿 黙默 弥彌 薬藥 与與 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 涼凉 緑綠 塁壘 礼禮 暦曆"
        + " 歴歷 錬鍊 郎郞 禄祿 遥遙 槙槇 尭堯 亘亙 巌巖 鉄鐵銕 昇曻 篠筱 館舘 曽曾 槌鎚 芦蘆 鴬鶯 桑桒 鶴靍 渕淵渊"
        + " 野埜 兎兔 杉椙 隠隱 橋槗 気氣 鷗鴎 喜㐂 凛凜 耀燿 彦彥";

    public static Dictionary<char, char> Read()
    {
        var map = new Dictionary<char, char>();
        foreach (var group in Groups.Split(' '))
        {
            foreach (var variant in group.AsSpan(1))
            {
                if (variant != group[0] && !char.IsSurrogate(variant))
                {
                    map.TryAdd(variant, group[0]);
                }
            }
        }

        return map;
    }
}
