//! The graphics driver makes its shaders while the first frame is laid out.

#![expect(clippy::disallowed_methods, reason = "threads are made here, named")]

use std::thread::JoinHandle;

use eframe::egui_wgpu::{RenderState, ScreenDescriptor};
use eframe::wgpu;
use egui::epaint::{ClippedPrimitive, ImageDelta, Mesh, Primitive};
use egui::{Color32, ColorImage, Rect, TextureId, TextureOptions, pos2};

/// Pixels of a side of what is drawn for it.
const SIDE: u32 = 64;

/// A driver that draws on the processor compiles a shader when something is first drawn by it, which takes tens of milliseconds:
/// a triangle that nobody sees has that done on another processor.
#[derive(Debug, Default)]
pub(super) struct Shaders(Option<JoinHandle<()>>);

impl Shaders {
    /// Begins, where the window is drawn by these graphics.
    pub(super) fn begin(graphics: Option<&RenderState>) -> Self {
        let Some(graphics) = graphics.cloned() else { return Self::default() };
        let thread = std::thread::Builder::new().name("tippani-shaders".into());
        Self(thread.spawn(move || draw_unseen(&graphics)).ok())
    }

    /// Waits until they are made. What is drawn from now on shares no buffer with what was drawn for them.
    pub(super) fn wait(&mut self) {
        if self.0.take().is_some_and(|thread| thread.join().is_err()) {
            log::warn!("no shaders could be made before the first frame");
        }
    }
}

/// Draws a triangle with each kind of texture that the window has: letters of the article, and of the interface.
fn draw_unseen(graphics: &RenderState) {
    let RenderState { device, queue, .. } = graphics;
    let size = wgpu::Extent3d { width: SIDE, height: SIDE, depth_or_array_layers: 1 };
    let target = device.create_texture(&wgpu::TextureDescriptor {
        label: Some("unseen"),
        size,
        mip_level_count: 1,
        sample_count: 1,
        dimension: wgpu::TextureDimension::D2,
        format: graphics.target_format,
        usage: wgpu::TextureUsages::RENDER_ATTACHMENT,
        view_formats: &[],
    });
    let view = target.create_view(&wgpu::TextureViewDescriptor::default());
    let screen = ScreenDescriptor { size_in_pixels: [SIDE; 2], pixels_per_point: 1.0 };
    let kinds = [TextureOptions::NEAREST, TextureOptions::LINEAR];
    let textures = [TextureId::User(u64::MAX), TextureId::User(u64::MAX - 1)];
    let primitives = textures.map(triangle);

    let mut renderer = graphics.renderer.write();
    for (id, options) in textures.into_iter().zip(kinds) {
        let image = ColorImage::filled([SIDE as usize; 2], Color32::WHITE);
        renderer.update_texture(device, queue, id, &ImageDelta::full(image, options));
    }
    let mut encoder = device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
    renderer.update_buffers(device, queue, &mut encoder, &primitives, &screen);
    let load = wgpu::LoadOp::Clear(wgpu::Color::BLACK);
    let ops = wgpu::Operations { load, store: wgpu::StoreOp::Store };
    let target =
        wgpu::RenderPassColorAttachment { view: &view, resolve_target: None, ops, depth_slice: None };
    let pass = wgpu::RenderPassDescriptor { color_attachments: &[Some(target)], ..Default::default() };
    renderer.render(&mut encoder.begin_render_pass(&pass).forget_lifetime(), &primitives, &screen);
    queue.submit([encoder.finish()]);
    for id in &textures {
        renderer.free_texture(id);
    }
}

fn triangle(texture: TextureId) -> ClippedPrimitive {
    let mut mesh = Mesh::with_texture(texture);
    for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)] {
        mesh.vertices.push(egui::epaint::Vertex {
            pos: pos2(x, y) * SIDE as f32,
            uv: pos2(x, y),
            color: Color32::WHITE,
        });
    }
    mesh.indices.extend([0, 1, 2]);
    ClippedPrimitive { clip_rect: Rect::EVERYTHING, primitive: Primitive::Mesh(mesh) }
}
