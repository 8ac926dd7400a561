"""Web pages as newspapers print them: the article stays, the page goes."""

from __future__ import annotations

import pytest

from noharbor.record.intake import extraction

ENGLISH = """<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8">
<title>Eleven suspects return - The River Mail</title>
<meta property="og:title" content="Eleven suspects return"><meta property="og:site_name" content="The River Mail">
<meta property="article:published_time" content="2023-08-26T06:11:00+00:00"></head>
<body><header><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></header>
<main><article><header><h1>Eleven suspects return</h1><div>Posted on August 26, 2023 by Staff</div></header>
<div class="entry-content"><p>BEIJING: Eleven people suspected of fraud were brought back from Myanmar.</p>
<p>They had been caught in Myawaddy.</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Twitter</li><li>Facebook</li></ul></div></div>
<footer class="entry-footer">Posted in <a href="/w">World</a></footer></article>
<nav class="post-navigation"><a href="/p">Previous: Floods in the north kill ten</a></nav>
<div id="comments" class="comments-area"><h2>Comments</h2>
<p>No comments yet. Why don’t you start the discussion?</p>
<div id="respond"><h3>Leave a Reply</h3><form><p class="comment-notes">Your email address will not be published.
Required fields are marked *</p><textarea></textarea></form></div></div></main>
<aside><h2>Recent Posts</h2><ul><li><a href="/1">Thai police arrest 40 in raid</a></li></ul></aside>
<footer class="site-footer">© 2023 The River Mail</footer></body></html>"""

CHINESE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>缅甸移交嫌犯_国际新闻_河流网</title>
<meta name="publishdate" content="2023-08-26"></head><body>
<div class="header"><a href="/">首页</a> <a href="/a">新闻</a> 登录 注册</div><h1>缅甸向中国移交11名嫌犯</h1>
<div class="info">2023-08-26 10:20 来源：河流网 字号：大 中 小</div>
<div id="content"><p>据公安部消息，近日，中缅警方开展执法合作，在妙瓦底地区抓获11名电信网络诈骗犯罪嫌疑人。</p>
<p>云南警方表示，将持续严厉打击跨境电信网络诈骗犯罪，切实维护人民群众财产安全。</p></div>
<div class="share">分享到：微信 微博</div><div class="comments"><h3>网友评论</h3><form>发表评论</form></div>
<div class="related"><h3>相关新闻</h3><ul><li><a href="/1">泰国警方捣毁窝点</a></li>
<li><a href="/2">柬埔寨遣返百人</a></li></ul></div>
<div class="footer">版权所有</div></body></html>"""


@pytest.fixture
def read(tmp_path):
    def read_page(page: bytes, name: str = "page.html") -> extraction.Reading:
        path = tmp_path / "sealed"
        path.write_bytes(page)
        return extraction.read(path, name, tmp_path)

    return read_page


def test_an_english_page_keeps_title_day_site_and_article(read):
    reading = read(ENGLISH.encode())
    assert reading.text.split("\n") == [
        "Eleven suspects return",
        "",
        "BEIJING: Eleven people suspected of fraud were brought back from Myanmar.",
        "They had been caught in Myawaddy.",
    ]
    assert (reading.published, reading.publisher) == ("2023-08-26", "The River Mail")


def test_a_short_chinese_page_in_gbk_keeps_its_article_only(read):
    reading = read(CHINESE.encode("gbk"))
    assert reading.text.split("\n") == [
        "缅甸向中国移交11名嫌犯",
        "",
        "据公安部消息，近日，中缅警方开展执法合作，在妙瓦底地区抓获11名电信网络诈骗犯罪嫌疑人。",
        "云南警方表示，将持续严厉打击跨境电信网络诈骗犯罪，切实维护人民群众财产安全。",
    ]
    assert (reading.published, reading.encoding) == ("2023-08-26", "gb18030")


def test_a_page_saved_as_text_is_a_page_all_the_same(read):
    assert "Leave a Reply" not in read(ENGLISH.encode(), "page.txt").text
