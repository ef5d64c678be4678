//! Every page and dialog in every language, theme and size, as pictures for eyes: `scripts/gallery.sh [FOLDER]`.

use std::path::{Path, PathBuf};

use tippani::format::preferences::Theme;
use tippani::words::Language;

use super::driver::Window;
use super::tree::{find_page, pages, samples, show_page};

/// Width, height and zoom of the interface.
const SIZES: [(f32, f32, f32); 3] = [(1400.0, 900.0, 1.0), (800.0, 500.0, 1.0), (1920.0, 1080.0, 2.0)];

/// Pictures of all pages of one window go into `out`.
fn draw(out: &Path, spoken: Language, theme: Theme, (width, height, zoom): (f32, f32, f32)) {
    let samples = samples();
    let mut window = Window::open(&samples.path().join("bridge-gu.txt"), theme, [width, height]);
    window.harness.set_pixels_per_point(zoom);
    window.wait("the article", Window::is_opened);
    window.press("Ctrl+Shift+P");
    window.type_text(spoken.name());
    window.press("Enter");
    window.press("Escape Ctrl+Home Tab");
    let save = |window: &mut Window, name: &str| {
        window.harness.run_steps(8);
        window.harness.render().unwrap().save(out.join(format!("{name}.png"))).unwrap();
    };
    save(&mut window, "ARTICLE");
    for action in pages() {
        find_page(&mut window, action);
        show_page(&mut window);
        save(&mut window, action.name().trim_end_matches('…'));
        window.press("Escape Escape Escape Escape");
    }
}

#[test]
#[ignore = "makes pictures for eyes: scripts/gallery.sh"]
fn every_page_is_drawn() {
    let out = PathBuf::from(std::env::var_os("TIPPANI_GALLERY").unwrap());
    for spoken in Language::ALL {
        for (theme, ground) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            for size in SIZES {
                let name = format!("{}-{ground}-{}", spoken.code(), size.0);
                let out = out.join(name);
                std::fs::create_dir_all(&out).unwrap();
                draw(&out, spoken, theme, size);
            }
        }
    }
}
