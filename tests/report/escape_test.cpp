#include "lull/report/escape.hpp"

#include "support/catch.hpp"

using namespace lull;

TEST_CASE("HTML text can open no tag, reference or attribute", "[escape]") {
  CHECK(html_escape("a < b && c > \"d\" 'e'") ==
        "a &lt; b &amp;&amp; c &gt; &quot;d&quot; &#39;e&#39;");
  CHECK(html_escape("</style><script>alert(1)</script>").find('<') == std::string::npos);
}

TEST_CASE("what can't be seen is shown in HTML", "[escape]") {
  CHECK(html_escape("a\x1b[31mb").find('\x1b') == std::string::npos);
  CHECK(html_escape("a\u202egpj.exe").find("\u202e") == std::string::npos);
}

TEST_CASE("ordinary prose stays as it is in Markdown", "[escape]") {
  const std::string prose =
      "We talked (for once), at 3.5 in the morning; it's fine - or not! 100% sure? \"Yes.\"";
  CHECK(markdown_escape(prose) == prose);
}

TEST_CASE("no Markdown opens anything", "[escape]") {
  CHECK(markdown_escape("*a* _b_ `c`") == "\\*a\\* \\_b\\_ \\`c\\`");
  CHECK(markdown_escape("[x](javascript:alert)") == "\\[x\\](javascript:alert)");
  CHECK(markdown_escape("<b> &lt;") == "&lt;b\\> &amp;lt;");
  CHECK(markdown_escape("a | b") == "a \\| b");
  CHECK(markdown_escape("~~no~~") == "\\~\\~no\\~\\~");
  CHECK(markdown_escape("see https://x.y and www.x.y") == "see https\\://x.y and www\\.x.y");
  CHECK(markdown_escape("back\\slash") == "back\\\\slash");
}

TEST_CASE("what opens a block is escaped at the start of a line only", "[escape]") {
  CHECK(markdown_escape("# not a heading") == "\\# not a heading");
  CHECK(markdown_escape("- not a list") == "\\- not a list");
  CHECK(markdown_escape("+ not a list") == "\\+ not a list");
  CHECK(markdown_escape("12. not a list") == "12\\. not a list");
  CHECK(markdown_escape("12) not a list") == "12\\) not a list");
  CHECK(markdown_escape("=== not a heading") == "\\=== not a heading");
  CHECK(markdown_escape("> not a quotation") == "\\> not a quotation");
  CHECK(markdown_escape("3.5 is no list") == "3.5 is no list");
  CHECK(markdown_escape("1. silence", MarkdownPlace::within_line) == "1. silence");
  CHECK(markdown_escape("we - both - left") == "we - both - left");
}

TEST_CASE("a line break in Markdown text becomes a space", "[escape]") {
  CHECK(markdown_escape("one\n# two").find('\n') == std::string::npos);
}
