package dev.mantra.replayer.export;

import dev.mantra.formats.workspace.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a page of a conversation looks, by day and by night. */
final class HtmlStyle {

  private static final String PAGE =
      """
      :root{color-scheme:light dark;--text:#1c1e22;--soft:#5c636e;--back:#ffffff;--box:#f4f5f7;--line:#d9dce1;\
      --user:#2f6feb;--other:#a3a9b3;--link:#0b57d0;--added:#116329;--removed:#a40e26}
      @media (prefers-color-scheme:dark){:root{--text:#d6dae1;--soft:#969eaa;--back:#15171c;--box:#1d2027;\
      --line:#333842;--user:#569ce8;--other:#5a616d;--link:#82bdfa;--added:#86c166;--removed:#f57f83}}
      body{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem;color:var(--text);background:var(--back);\
      font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
      h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0 0 2rem;font-size:.9rem}
      dt{color:var(--soft)}
      dd{margin:0}
      a{color:var(--link)}
      article{margin:2rem 0 .75rem;padding-left:1rem;border-left:3px solid var(--other)}
      .user{border-color:var(--user)}
      article:target{border-color:var(--link);background:var(--box)}
      .abandoned{color:var(--soft);border-left-style:dashed}
      header{margin:0 0 .5rem;font-size:.85rem;color:var(--soft)}
      header a{font-weight:bold;text-decoration:none}
      article h1,article h2,article h3,article h4,article h5,article h6{font-size:1.05rem;margin:1rem 0 .4rem}
      article p,article ul,article ol,article table,article blockquote{margin:.5rem 0}
      article blockquote{padding-left:.8rem;border-left:2px solid var(--line);color:var(--soft)}
      table{border-collapse:collapse;display:block;overflow-x:auto}
      th,td{padding:.2rem .6rem;border:1px solid var(--line);text-align:left}
      code,pre{font:.85rem/1.45 ui-monospace,Menlo,Consolas,monospace}
      code{padding:.1em .3em;border-radius:3px;background:var(--box)}
      pre{margin:.4rem 0;padding:.6rem .8rem;border-radius:4px;background:var(--box);overflow-x:auto;\
      max-height:30rem;white-space:pre;overflow-wrap:normal}
      pre code{padding:0;background:none}
      ins{color:var(--added);text-decoration:none}
      del{color:var(--removed);text-decoration:none}
      details{margin:.3rem 0 .3rem 1.2rem;font-size:.9rem}
      article details{margin-left:0}
      summary{cursor:pointer;color:var(--soft)}
      .note{margin:.5rem 0 .2rem;color:var(--soft);font-size:.85rem}
      svg{display:block;max-width:100%;height:auto;margin:.4rem 0;border-radius:4px;outline:1px solid var(--line)}
      """;

  private HtmlStyle() {}

  /** The page's sheet with the rules of what is drawn into it. */
  static String sheet(String more) {
    return PAGE + more;
  }

  /** What a policy names the sheet by. */
  static String hash(String sheet) {
    var digest = ContentHash.sha256().digest(sheet.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
