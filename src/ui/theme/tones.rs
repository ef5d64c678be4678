//! The tones of labels: a band under tagged text and a strong tone for each hue, in the order of `Hue::ALL`.
//!
//! Made in OKLCH from the Okabe–Ito hues; those of high contrast are as much darker or lighter as it takes.

/// Band and strong tone, on light ground.
pub(super) const LIGHT: [(u32, u32); 12] = [
    (0x00d1_e5ff, 0x0018_63b7),
    (0x00ff_ddc2, 0x0097_5304),
    (0x00c6_f0d3, 0x0000_7541),
    (0x00ff_d9d0, 0x00b4_3411),
    (0x00e9_d8ff, 0x007d_48af),
    (0x00c7_ebfd, 0x0000_6d92),
    (0x00f1_e2be, 0x007d_6000),
    (0x00c3_eae7, 0x0009_6e6a),
    (0x00ff_d8df, 0x00ae_345c),
    (0x00dd_e5c4, 0x005c_681b),
    (0x00ef_d8cb, 0x0071_462e),
    (0x00e1_e3e7, 0x005f_636a),
];
/// The same on dark ground.
pub(super) const DARK: [(u32, u32); 12] = [
    (0x001f_3856, 0x0085_baff),
    (0x004c_3019, 0x00f2_ad73),
    (0x001e_3f2b, 0x007e_d09b),
    (0x0055_271c, 0x00fe_987f),
    (0x003d_2b50, 0x00bf_94ef),
    (0x0020_3c4a, 0x0086_ccee),
    (0x0041_3519, 0x00d0_b470),
    (0x001b_3b39, 0x006e_bbb5),
    (0x0053_2732, 0x00ff_96af),
    (0x0032_371e, 0x00a3_af71),
    (0x003d_2c23, 0x00bb_927b),
    (0x0035_3739, 0x00b4_b8be),
];
/// On white, for high contrast.
pub(super) const HIGH_LIGHT: [(u32, u32); 12] = [
    (0x00d1_e5ff, 0x0000_478f),
    (0x00ff_ddc2, 0x0070_3b00),
    (0x00c6_f0d3, 0x0000_562e),
    (0x00ff_d9d0, 0x0089_1f00),
    (0x00e9_d8ff, 0x0060_298f),
    (0x00c7_ebfd, 0x0002_506c),
    (0x00f1_e2be, 0x005c_4500),
    (0x00c3_eae7, 0x0000_514e),
    (0x00ff_d8df, 0x008d_0e42),
    (0x00dd_e5c4, 0x0042_4c00),
    (0x00ef_d8cb, 0x0064_3a22),
    (0x00e1_e3e7, 0x0044_484f),
];
/// On black, for high contrast.
pub(super) const HIGH_DARK: [(u32, u32); 12] = [
    (0x0010_2339, 0x0085_baff),
    (0x0032_1d0b, 0x00f2_ad73),
    (0x000f_2819, 0x007e_d09b),
    (0x0038_160e, 0x00fe_987f),
    (0x0027_1935, 0x00c2_97f2),
    (0x0011_2630, 0x0086_ccee),
    (0x002a_210b, 0x00d0_b470),
    (0x000d_2524, 0x006e_bbb5),
    (0x0037_161e, 0x00ff_96af),
    (0x001f_220f, 0x00a5_b173),
    (0x0027_1a14, 0x00c9_9f88),
    (0x0021_2224, 0x00b4_b8be),
];
