namespace OmniChannel.Matching.Accuracy;

/// <summary>Names of more languages, after the matcher was designed; lists of general knowledge, not taken from any file.</summary>
internal static class MoreVocabularies
{
    /// <summary>Few family names, one of them borne by every third person; often written without diacritics.</summary>
    public static readonly Vocabulary Vietnamese = new()
    {
        Given = Words("Anh:anh Linh:linh Hương/Huong:huong Lan:lan Mai:mai Hoa:hoa Thảo/Thao:thao Trang:trang Ngọc/Ngoc:ngoc Phương/Phuong:phuong Hà/Ha:ha Thu:thu Dung:dung Nga:nga "
            + "Hiền/Hien:hien Yến/Yen:yen Oanh:oanh Nhung:nhung Loan:loan Vân/Van:van Hùng/Hung:hung Dũng/Dung:dung Tuấn/Tuan:tuan Minh:minh Nam:nam Sơn/Son:son Hải/Hai:hai Long:long "
            + "Thắng/Thang:thang Cường/Cuong:cuong Đức/Duc:duc Quang:quang Khoa:khoa Bảo/Bao:bao Phúc/Phuc:phuc Tâm/Tam:tam Tùng/Tung:tung Việt/Viet:viet Thành/Thanh:thanh Trung:trung "
            + "Hiếu/Hieu:hieu Nhân/Nhan:nhan Phong:phong Quân/Quan:quan Bình/Binh:binh Khánh/Khanh:khanh Tiến/Tien:tien Vinh:vinh Đạt/Dat:dat Kiên/Kien:kien"),
        Family = Words("Nguyễn=Nguyen:nguyen Trần=Tran:tran Lê=Le:le Phạm=Pham:pham Hoàng=Hoang:hoang Huỳnh=Huynh:huynh Phan:phan Vũ=Vu:vu Võ=Vo:vo Đặng=Dang:dang Bùi=Bui:bui Đỗ=Do:do Hồ=Ho:ho "
            + "Ngô=Ngo:ngo Dương=Duong:duong Lý=Ly:ly Đinh=Dinh:dinh Trương=Truong:truong Lâm=Lam:lam Mai:mai Đoàn=Doan:doan Trịnh=Trinh:trinh Cao:cao Tạ=Ta:ta Châu=Chau:chau "
            + "Lương=Luong:luong Tô=To:to Hà=Ha:ha Vương=Vuong:vuong Quách=Quach:quach"),
        Streets = [.. "Lê Lợi,Trần Hưng Đạo,Nguyễn Huệ,Hai Bà Trưng,Lý Thường Kiệt,Quang Trung,Điện Biên Phủ,Võ Văn Tần,Phan Đình Phùng,Nguyễn Trãi,Hùng Vương,Bạch Đằng,Nguyễn Du,Pasteur,Lê Duẩn".Split(',')],
        Cities = [.. "Hà Nội,Hồ Chí Minh,Đà Nẵng,Hải Phòng,Cần Thơ,Huế,Nha Trang,Biên Hòa,Vũng Tàu,Đà Lạt,Quy Nhơn,Nam Định,Thái Nguyên,Vinh,Buôn Ma Thuột".Split(',')],
        Steepness = 1,
    };

    /// <summary>One name, many romanisations.</summary>
    public static readonly Vocabulary Arabic = new()
    {
        Given = Words("Mohammed/Mohamed/Muhammad/Mohamad:mohammed Ahmed/Ahmad:ahmed Ali:ali Omar/Umar:omar Youssef/Yousef/Yusuf:youssef Ibrahim/Ebrahim:ibrahim Hassan/Hasan:hassan "
            + "Hussein/Hussain/Husain:hussein Khaled/Khalid:khaled Mahmoud/Mahmud:mahmoud Abdullah/Abdallah:abdullah Mustafa/Mostafa:mustafa Tariq/Tarek:tariq Karim/Kareem:karim "
            + "Samir/Sameer:samir Fatima/Fatma:fatima Aisha/Aysha:aisha Maryam/Mariam:maryam Layla/Leila:layla Nour/Noor:nour Zainab/Zeinab:zainab Huda/Hoda:huda Amina/Ameena:amina "
            + "Salma:salma Rania/Ranya:rania Yasmin/Yasmine:yasmin Dina/Deena:dina Hala:hala Rasha:rasha Sara/Sarah:sara Bilal/Belal:bilal Faisal/Faysal:faisal Nasser/Naser:nasser "
            + "Rashid/Rasheed:rashid Waleed/Walid:waleed Ziad/Ziyad:ziad Majid/Majed:majid Adel/Adil:adel Osama/Usama:osama Jamal/Gamal:jamal"),
        Family = Words("Al-Sayed=Elsayed=El-Sayed:alsayed Hassan=Hasan:hassan Al-Masri=Elmasry=Almasri:almasri Khalil=Khaleel:khalil Haddad=Hadad:haddad Mansour=Mansoor:mansour "
            + "Najjar=Nagar:najjar Saleh=Salih:saleh Al-Khatib=Elkhatib:alkhatib Hamdan:hamdan Nasser=Naser:nasser Abbas:abbas Farouk=Faruq:farouk Darwish=Darweesh:darwish "
            + "Qasim=Kassem=Qassim:qasim Sharif=Shareef=Cherif:sharif Younis=Yunus:younis Habib:habib Rahman=Abdelrahman:rahman Aziz=Abdulaziz:aziz Othman=Osman:othman "
            + "Suleiman=Sulaiman=Soliman:suleiman Bakr=Bakir:bakr Jaber=Jabir:jaber Al-Amin=Elamin:alamin Ghanem=Ghanim:ghanem Zidan=Zeidan:zidan Shaheen=Shahin:shaheen Awad:awad "
            + "Badawi=Badawy:badawi Fahmy=Fahmi:fahmy Hegazy=Hijazi:hegazy Kamal=Kamel:kamal Moussa=Musa:moussa Rizk=Rizq:rizk Sabry=Sabri:sabry Tawfiq=Tawfik:tawfiq Wahba:wahba "
            + "Yassin=Yaseen:yassin Zaki:zaki"),
        Streets = [.. Vocabulary.With([], 200, 2).Select(word => word.Text + " St")],
        Cities = [.. "Cairo,Alexandria,Amman,Beirut,Dubai,Abu Dhabi,Riyadh,Jeddah,Kuwait,Doha,Muscat,Baghdad,Casablanca,Tunis".Split(',')],
        Steepness = 0.7,
    };

    /// <summary>Reads "Lê/Le:le" or "Haddad=Hadad:haddad": short forms, variants, and Latin letters.</summary>
    private static List<Vocabulary.Word> Words(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split(':'))
        .Select(parts => (Forms: parts[0].Split('/'), Variants: parts[0].Split('='), Latin: parts[1]))
        .Select(word => new Vocabulary.Word(word.Variants[0].Split('/')[0], word.Forms[1..], "", word.Latin, word.Variants[1..]))];
}
