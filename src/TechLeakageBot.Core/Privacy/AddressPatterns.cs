using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>Postal addresses of Japan, in narrowed text. A postal code alone counts where it is marked as one: 123-4567 is a drawing's number as well.</summary>
internal static partial class AddressPatterns
{
    private const string Prefecture = @"(?:北海道|東京都|(?:京都|大阪)府|[\p{IsCJKUnifiedIdeographs}]{2,3}県)";

    /// <summary>Words such as 市場 and 区分 are no places; cities that are written in kana are few enough to name.</summary>
    private const string Town =
        @"(?:[\p{IsCJKUnifiedIdeographs}々ヶケ]{1,6}|つくば|つくばみらい|さいたま|いわき|ひたちなか|かすみがうら|うるま|みどり|ふじみ野|あきる野|いすみ|つがる|にかほ|みよし|あわら|たつの|さぬき|みやま|うきは|かほく|むつ|南アルプス)"
        + @"(?:市(?![場販況])|区(?![分間画別])|町(?!工)|村|郡)";

    /// <summary>Particles such as で and に are no part of it: 浜松市で3-4.</summary>
    private const string Quarter = @"[\p{IsCJKUnifiedIdeographs}々ァ-ヺーがの]{0,20}?";

    private const string NoDate = @"(?!(?:19|20)[0-9]{2}[-年])";
    private const string NoAmount = @"(?![-0-9回人個枚本名社台件時分日月年万円%℃×~]| ?(?:[mcμ]?m|kg|g)(?![A-Za-z]))";
    private const string Chome = @"[一二三四五六七八九十]{1,3}丁目[一二三四五六七八九十]{1,3}番地?(?:[一二三四五六七八九十]{1,3}号)?";

    /// <summary>A place in Japan as written in Latin letters.</summary>
    private const string Place =
        @"(?:[A-Z][A-Za-z]{1,20}-(?:ku|shi|cho|machi|gun|mura|ken|fu|to)|Japan|Tokyo|Osaka|Kyoto|Hokkaido|Nagoya|Yokohama|Kobe|Hamamatsu|Sendai|Hiroshima|Fukuoka|Kawasaki|Saitama"
        + @"|Aichi|Akita|Aomori|Chiba|Ehime|Fukui|Fukushima|Gifu|Gunma|Hyogo|Ibaraki|Ishikawa|Iwate|Kagawa|Kagoshima|Kanagawa|Kochi|Kumamoto|Mie|Miyagi|Miyazaki|Nagano|Nagasaki"
        + @"|Nara|Niigata|Oita|Okayama|Okinawa|Saga|Shiga|Shimane|Shizuoka|Tochigi|Tokushima|Tottori|Toyama|Wakayama|Yamagata|Yamaguchi|Yamanashi)(?![A-Za-z])";

    [GeneratedRegex(
        @"〒 ?[0-9]{3}-?[0-9]{4}(?![0-9])"
        + @"|(?:郵便番号|(?i:postal code|postcode|zip code))(?:は|:| is)? ?[0-9]{3}-?[0-9]{4}(?![-0-9])"
        + @"|(?<![-0-9A-Za-z])[0-9]{3}-[0-9]{4}(?=[ ,、]{0,2}" + Prefecture + @")"
        + @"|" + Prefecture + @"(?:" + Town + @"|[\p{IsCJKUnifiedIdeographs}]{1,6}[市区町村郡])" + Quarter
        + @"(?:" + NoDate + @"[0-9]{1,4}(?:(?:丁目|番地の?|番|号|の|-)[0-9]{1,4}){1,4}(?:番地|番|号室|号)?" + NoAmount + @"|[0-9]{1,5}番地|" + Chome + @")"
        + @"|" + Town + Quarter
        + @"(?:" + NoDate + @"[0-9]{1,4}(?:(?:丁目|番地の?|番)[0-9]{1,4}(?:(?:番地の?|番|の|-)[0-9]{1,4}){0,2}|(?:-[0-9]{1,4}){2,4})(?:番地|番|号室|号)?" + NoAmount
        + @"|[0-9]{1,5}番地|" + Chome + @")",
        RegexOptions.CultureInvariant)]
    public static partial Regex Japanese();

    /// <summary>A number before or after a place in Japan, and a number in a street elsewhere.</summary>
    [GeneratedRegex(
        @"(?<![-0-9A-Za-z])" + NoDate + @"[0-9]{1,4}(?:-[0-9]{1,4}){1,3},? (?:[A-Z][A-Za-z-]{1,20},? ){0,4}?" + Place + @"(?:,? [A-Z][A-Za-z-]{1,20}){0,4}(?:,? [0-9]{3}-[0-9]{4}(?![-0-9]))?(?:,? Japan)?"
        + @"|(?<![A-Za-z])[A-Z][A-Za-z]{1,20}-(?:ku|shi|cho|machi|gun|mura),? (?:[A-Z][A-Za-z-]{1,20},? ){0,3}" + NoDate + @"[0-9]{1,4}(?:-[0-9]{1,4}){1,3}(?![-0-9])"
        + @"|(?<![-0-9A-Za-z.])[0-9]{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]{1,20} ){1,3}(?:Street|Avenue|Road|Boulevard|(?:St|Ave|Rd|Blvd)(?=[.,]))(?![A-Za-z])\.?",
        RegexOptions.CultureInvariant)]
    public static partial Regex English();
}
