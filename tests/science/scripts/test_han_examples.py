"""Names of public office holders as their papers or the press spell them: every system's characters must allow them."""

from __future__ import annotations

import re
import unicodedata

import pytest

from noharbor.science.scripts.han import canonical, spellings
from noharbor.science.scripts.writing import System

#: Lines of a name in Han characters and its spelling, by system. From the public record.
PUBLISHED: dict[System, str] = {
    System.PINYIN: """
        習近平 Xi Jinping | 李克強 Li Keqiang | 王毅 Wang Yi | 吕秀莲 Lyu Xiulian | 曾慶紅 Zeng Qinghong
        尉健行 Wei Jianxing
    """,
    System.CANTONESE: """
        林鄭月娥 Lam Cheng Yuet-ngor | 李家超 Lee Ka-chiu | 梁振英 Leung Chun-ying | 曾蔭權 Tsang Yam-kuen
        唐英年 Tong Ying-nin
        黃之鋒 Wong Chi-fung | 羅冠聰 Law Kwun-chung | 周庭 Chow Ting | 鄧炳強 Tang Ping-keung | 陳國基 Chan Kwok-ki
        葉劉淑儀 Ip Lau Suk-yee | 曾俊華 Tsang Chun-wah | 司徒華 Szeto Wah | 余若薇 Yu Yeuk-mei | 區諾軒 Au Nok-hin
        許智峯 Hui Chi-fung | 何厚鏵 Ho Hau Wah | 崔世安 Chui Sai On | 賀一誠 Ho Iat Seng | 岑浩輝 Sam Hou Fai
        吳國昌 Ng Kuok Cheong
    """,
    System.WADE_GILES: """
        蔣中正 Chiang Chung-cheng | 馬英九 Ma Ying-chiu | 蔡英文 Tsai Ying-wen | 賴清德 Lai Ching-te
        陳水扁 Chen Shui-pien
        李登輝 Lee Teng-hui | 連戰 Lien Chan | 謝長廷 Hsieh Chang-ting | 呂秀蓮 Lu Hsiu-lien | 韓國瑜 Han Kuo-yu
        柯文哲 Ko Wen-je | 侯友宜 Hou You-yi | 朱立倫 Chu Li-luan | 王金平 Wang Jin-pyng | 蕭美琴 Hsiao Mei-chin
        毛澤東 Mao Tse-tung | 周恩來 Chou En-lai | 鄧小平 Teng Hsiao-ping | 宋慶齡 Soong Ching-ling
    """,
    System.HOKKIEN: """
        吳作棟 Goh Chok Tong | 王鼎昌 Ong Teng Cheong | 黃金輝 Wee Kim Wee | 陳慶炎 Tan Keng Yam | 林吉祥 Lim Kit Siang
        陳國偉 Tan Kok Wai | 翁詩傑 Ong Tee Keat | 張志賢 Teo Chee Hean | 許文遠 Khaw Boon Wan | 林文慶 Lim Boon Keng
        陳嘉庚 Tan Kah Kee | 邱德拔 Khoo Teck Puat
    """,
    System.SINO_KOREAN: """
        朴正熙 Park Chung-hee | 全斗煥 Chun Doo-hwan | 盧泰愚 Roh Tae-woo | 金泳三 Kim Young-sam | 金大中 Kim Dae-jung
        盧武鉉 Roh Moo-hyun | 李明博 Lee Myung-bak | 朴槿惠 Park Geun-hye | 文在寅 Moon Jae-in | 尹錫悅 Yoon Suk-yeol
        李在明 Lee Jae-myung | 潘基文 Ban Ki-moon | 金正日 Kim Jong-il | 金日成 Kim Il-sung | 金正恩 Kim Jong-un
        崔龍海 Choe Ryong-hae | 張成澤 Jang Song-thaek | 李洛淵 Lee Nak-yon
    """,
    System.SINO_VIETNAMESE: """
        胡志明 Hồ Chí Minh | 武元甲 Võ Nguyên Giáp | 黎笋 Lê Duẩn | 長征 Trường Chinh | 范文同 Phạm Văn Đồng
        阮富仲 Nguyễn Phú Trọng | 阮春福 Nguyễn Xuân Phúc | 王廷惠 Vương Đình Huệ | 陳大光 Trần Đại Quang | 蘇林 Tô Lâm
        阮晉勇 Nguyễn Tấn Dũng | 張晉創 Trương Tấn Sang | 農德孟 Nông Đức Mạnh | 黎可漂 Lê Khả Phiêu
        吳廷琰 Ngô Đình Diệm
    """,
    System.HEPBURN: """
        安倍晋三 Abe Shinzo | 小泉純一郎 Koizumi Junichiro | 麻生太郎 Aso Taro | 岸田文雄 Kishida Fumio
        菅義偉 Suga Yoshihide
        石破茂 Ishiba Shigeru | 福田康夫 Fukuda Yasuo | 森喜朗 Mori Yoshiro | 橋本龍太郎 Hashimoto Ryutaro
        村山富市 Murayama Tomiichi
        田中角栄 Tanaka Kakuei | 佐藤栄作 Sato Eisaku | 中曽根康弘 Nakasone Yasuhiro | 野田佳彦 Noda Yoshihiko
        河野洋平 Kono Yohei
        上川陽子 Kamikawa Yoko | 黒田東彦 Kuroda Haruhiko | 小池百合子 Koike Yuriko | 渡辺喜美 Watanabe Yoshimi
        枝野幸男 Edano Yukio
    """,
    System.SOUNDS: """
        特朗普 Trump | 拜登 Biden | 奥巴马 Obama | 普京 Putin | 泽连斯基 Zelensky | 马克龙 Macron | 默克尔 Merkel
        杜特尔特 Duterte
        马科斯 Marcos | 安瓦尔 Anwar | 马哈蒂尔 Mahathir | 纳吉布 Najib | 他信 Thaksin | 英拉 Yingluck | 巴育 Prayut
        赛塔 Srettha
        阿努廷 Anutin | 敏昂莱 Min Aung Hlaing | 登盛 Thein Sein | 丹瑞 Than Shwe | 温敏 Win Myint | 奈温 Ne Win
        洪森 Hun Sen
        洪玛奈 Hun Manet | 西哈努克 Sihanouk | 通伦 Thongloun | 索突 Soe Htut | 苏奇督 Saw Chit Thu | 钦纽 Khin Nyunt
        颂猜 Somchai
    """,
}
CASES = [
    (system, *entry.strip().split(" ", 1))
    for system, lines in PUBLISHED.items()
    for entry in re.split(r"[|\n]", lines)
    if entry.strip()
]


def allows(chars: str, letters: str, system: System) -> bool:
    """Whether the characters' spellings, one after the other, give the letters."""
    places = {0}
    for char in chars:
        chunks = spellings(char).get(system.value, [])
        places = {place + len(chunk) for place in places for chunk in chunks if letters.startswith(chunk, place)}
    return len(letters) in places


@pytest.mark.parametrize(("system", "name", "spelling"), CASES, ids=[spelling for _, _, spelling in CASES])
def test_a_published_spelling_is_allowed(system: System, name: str, spelling: str) -> None:
    marked = unicodedata.normalize("NFD", spelling.casefold().replace("đ", "d"))
    assert allows(canonical(name), "".join(sign for sign in marked if "a" <= sign <= "z"), system)
