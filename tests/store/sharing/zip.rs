//! A ZIP, written byte by byte, so that it can say anything.

/// One file, and what the ZIP says of it.
pub struct Entry {
    pub name: Vec<u8>,
    /// As it stands there.
    pub data: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    /// Of Unix: the kind and the rights.
    pub mode: u32,
    pub claimed: u32,
    pub sum: u32,
}

pub const DEFLATE: u16 = 8;
pub const IS_UTF8: u16 = 0x800;

impl Entry {
    /// Stored as it is.
    pub fn plain(name: impl AsRef<[u8]>, data: impl AsRef<[u8]>) -> Self {
        let data = data.as_ref().to_vec();
        let (claimed, sum) = (u32::try_from(data.len()).unwrap(), crc32fast::hash(&data));
        let name = name.as_ref().to_vec();
        Self { name, data, method: 0, flags: IS_UTF8, mode: 0o100_644, claimed, sum }
    }

    pub fn deflated(name: &str, data: &[u8]) -> Self {
        let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packer, data).unwrap();
        Self { data: packer.finish().unwrap(), method: DEFLATE, ..Self::plain(name, data) }
    }

    /// What stands in both headers of it.
    fn fields(&self) -> Vec<u8> {
        let length = u32::try_from(self.data.len()).unwrap();
        let name = u16::try_from(self.name.len()).unwrap();
        let mut fields = Vec::new();
        for number in [20, self.flags, self.method, 0, 0x21] {
            fields.extend(number.to_le_bytes());
        }
        for number in [self.sum, length, self.claimed] {
            fields.extend(number.to_le_bytes());
        }
        fields.extend(name.to_le_bytes());
        fields.extend(0_u16.to_le_bytes());
        fields
    }
}

pub fn zip(entries: &[Entry]) -> Vec<u8> {
    zip_saying(entries, u16::try_from(entries.len()).unwrap())
}

/// With this number of files at its end.
pub fn zip_saying(entries: &[Entry], count: u16) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = u32::try_from(zip.len()).unwrap();
        zip.extend(b"PK\x03\x04");
        zip.extend(entry.fields());
        zip.extend(&entry.name);
        zip.extend(&entry.data);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(entry.fields());
        directory.extend([0; 6]);
        directory.extend((entry.mode << 16).to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend(&entry.name);
    }
    let (at, length) = (u32::try_from(zip.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    zip.extend(directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    for number in [count, count] {
        zip.extend(number.to_le_bytes());
    }
    for number in [length, at] {
        zip.extend(number.to_le_bytes());
    }
    zip.extend([0; 2]);
    zip
}
