//! The title of an article.

use scraper::Html;

use super::{line_of, select};

/// Signs between the title of an article and the name of its site.
const DIVIDERS: [&str; 7] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "];

/// The title of the article on a page: the longest heading that its `<title>` or `og:title` holds, else what they say without
/// the name of the site, else the first heading.
pub(super) fn title(page: &Html) -> Option<String> {
    let said = said(page);
    let headings: Vec<String> =
        select(page, "h1, h2").into_iter().map(line_of).filter(|text| !text.is_empty()).collect();
    let site = content(page, "meta[property='og:site_name']");
    let key = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let said_keys: Vec<String> = said.iter().map(|said| key(said)).collect();
    let is_said = |heading: &&String| {
        let heading = key(heading);
        Some(&heading) != site.as_deref().map(key).as_ref()
            && said_keys.iter().any(|said| said.contains(&heading) && heading.len() * 3 > said.len())
    };
    if let Some(heading) = headings.iter().filter(is_said).max_by_key(|heading| heading.len()) {
        return Some(heading.clone());
    }
    let first = select(page, "h1").into_iter().map(line_of).find(|text| !text.is_empty());
    content(page, "meta[property='og:title']").or(first).or_else(|| said.into_iter().next())
}

/// What a page says its title is: in `og:title`, and in `<title>` without the name of the site.
fn said(page: &Html) -> Vec<String> {
    let og = content(page, "meta[property='og:title']");
    let title = select(page, "title").into_iter().map(line_of).find(|text| !text.is_empty());
    let title = title.map(|title| without_site(&title).to_owned());
    og.into_iter().chain(title).collect()
}

fn content(page: &Html, selector: &str) -> Option<String> {
    let found = select(page, selector).into_iter().filter_map(|e| e.value().attr("content"));
    found.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).find(|text| !text.is_empty())
}

/// The longest part between dividers, if it comes first; the name of a site is short.
fn without_site(title: &str) -> &str {
    let end = DIVIDERS.iter().filter_map(|divider| title.rfind(divider)).max();
    end.map(|end| &title[..end]).filter(|first| first.len() * 2 > title.len()).unwrap_or(title)
}
