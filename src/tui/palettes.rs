//! The colours of each theme. Text has at least 7:1 on its ground and a shape 3:1; a test measures
//! both on every screen.

use ratatui::style::Color;

#[derive(Debug)]
pub struct Colours {
    pub ground: Color,
    pub text: Color,
    pub quiet: Color,
    pub rule: Color,
    pub phases: [Color; 3],
    pub ample: Color,
    pub soon: Color,
    pub last: Color,
    pub bar: Color,
    pub mark: Color,
}

// The accents are Okabe and Ito's, which the colour-blind tell apart too; on light grounds their
// darker neighbours, since a shape needs 3:1.
pub static DARK: Colours = Colours {
    ground: rgb(0x0e_14_1b),
    text: rgb(0xf4_f4_f0),
    quiet: rgb(0xb4_bc_c4),
    rule: rgb(0x6b_76_82),
    phases: [rgb(0x56_b4_e9), rgb(0xe6_9f_00), rgb(0xcc_79_a7)],
    ample: rgb(0x00_b0_80),
    soon: rgb(0xe6_9f_00),
    last: rgb(0xe8_6a_1a),
    bar: rgb(0x56_b4_e9),
    mark: rgb(0xf0_e4_42),
};

pub static LIGHT: Colours = Colours {
    ground: rgb(0xfb_fb_f8),
    text: rgb(0x16_1a_1f),
    quiet: rgb(0x48_50_58),
    rule: rgb(0x84_8a_90),
    phases: [rgb(0x00_72_b2), rgb(0xb3_62_00), rgb(0xa8_4f_83)],
    ample: rgb(0x00_85_60),
    soon: rgb(0xb3_72_00),
    last: rgb(0xc0_40_00),
    bar: rgb(0x00_72_b2),
    mark: rgb(0x8a_35_00),
};

/// Shapes and thin lines have 7:1 here too: for a pale projector, and for eyes that see little.
pub static HIGH_CONTRAST: Colours = Colours {
    ground: rgb(0x00_00_00),
    text: rgb(0xff_ff_ff),
    quiet: rgb(0xb4_b4_b4),
    rule: rgb(0xa8_a8_a8),
    phases: [rgb(0x5c_c8_ff), rgb(0xff_b0_00), rgb(0xff_9a_d5)],
    ample: rgb(0x1f_db_98),
    soon: rgb(0xff_b0_00),
    last: rgb(0xff_85_52),
    bar: rgb(0x5c_c8_ff),
    mark: rgb(0xff_ee_00),
};

pub static CREAM: Colours = Colours {
    ground: rgb(0xf8_ef_d9),
    text: rgb(0x2f_26_1b),
    quiet: rgb(0x54_46_36),
    rule: rgb(0x8a_7a_63),
    phases: [rgb(0x1c_67_96), rgb(0xa5_55_0c), rgb(0x9c_47_79)],
    ample: rgb(0x2a_76_50),
    soon: rgb(0xa5_65_0a),
    last: rgb(0xb2_38_12),
    bar: rgb(0x1c_67_96),
    mark: rgb(0x7f_36_08),
};

/// What a terminal calls by name; how they look is its own affair.
pub static SIXTEEN: Colours = Colours {
    ground: Color::Black,
    text: Color::White,
    quiet: Color::Gray,
    rule: Color::DarkGray,
    phases: [Color::LightCyan, Color::LightYellow, Color::LightMagenta],
    ample: Color::LightGreen,
    soon: Color::LightYellow,
    last: Color::LightRed,
    bar: Color::LightCyan,
    mark: Color::LightYellow,
};

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::Rgb(red, green, blue)
}
