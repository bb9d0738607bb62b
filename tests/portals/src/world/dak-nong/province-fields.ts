/**
 * Fields of the departments, those of several agencies first, a line each: code | name | agencies (second segments) |
 * working days | share of the work | what the procedures are about; a capital letter begins a whole name.
 */
export const PROVINCE_FIELDS = `
G05-DTVN | Đầu tư tại Việt Nam | 06,02 | 15 | 2 | giấy chứng nhận đăng ký đầu tư; văn bản chấp thuận chủ trương đầu tư
G07-LDNN | Việc làm và lao động nước ngoài | 08,02 | 5 | 3 | giấy phép lao động cho người nước ngoài; văn bản chấp thuận sử dụng lao động nước ngoài
G13-MT | Môi trường | 13,02 | 20 | 1 | giấy phép môi trường; kết quả thẩm định báo cáo đánh giá tác động môi trường
G17-QHXD | Quy hoạch xây dựng, kiến trúc | 17,02 | 12 | 1 | giấy phép quy hoạch; đồ án quy hoạch chi tiết
G17-HDXD | Hoạt động xây dựng | 17,02,05,03,11 | 20 | 2 | giấy phép xây dựng công trình; chứng chỉ hành nghề hoạt động xây dựng; chứng chỉ năng lực hoạt động xây dựng của tổ chức
G02-XNK | Thương mại quốc tế và xuất xứ hàng hóa | 03,02 | 3 | 2 | giấy chứng nhận xuất xứ hàng hóa mẫu D; giấy phép thành lập văn phòng đại diện của thương nhân nước ngoài
G20-KNTC | Giải quyết khiếu nại, tố cáo | 19,10,15 | 20 | 1 | Giải quyết khiếu nại lần đầu tại cấp tỉnh; Giải quyết khiếu nại lần hai tại cấp tỉnh; Giải quyết tố cáo tại cấp tỉnh; Tiếp công dân tại cấp tỉnh; Xử lý đơn tại cấp tỉnh
G02-KM | Xúc tiến thương mại | 03 | 3 | 9 | Thông báo hoạt động khuyến mại; Đăng ký hoạt động khuyến mại mang tính may rủi; đăng ký tổ chức hội chợ, triển lãm thương mại
G02-LTHH | Lưu thông hàng hóa trong nước | 03 | 7 | 3 | giấy chứng nhận đủ điều kiện cửa hàng bán lẻ xăng dầu; giấy phép bán buôn rượu; giấy phép bán buôn sản phẩm thuốc lá
G02-DIEN | Điện lực | 03 | 10 | 2 | giấy phép hoạt động phát điện; thẻ an toàn điện; giấy phép tư vấn chuyên ngành điện lực
G02-HC | Hóa chất và vật liệu nổ công nghiệp | 03 | 10 | 1 | giấy chứng nhận đủ điều kiện sản xuất hóa chất; giấy phép sử dụng vật liệu nổ công nghiệp
G02-ATTP | An toàn thực phẩm ngành Công Thương | 03 | 15 | 1 | giấy chứng nhận đủ điều kiện an toàn thực phẩm do Sở Công Thương thực hiện
G03-GDTH | Giáo dục trung học | 04 | 7 | 3 | Chuyển trường đối với học sinh trung học phổ thông; Xin học lại tại trường khác đối với học sinh trung học; quyết định cho phép trường trung học phổ thông hoạt động giáo dục
G03-VBCC | Hệ thống văn bằng, chứng chỉ | 04 | 2 | 6 | Cấp bản sao văn bằng, chứng chỉ từ sổ gốc; Chỉnh sửa nội dung văn bằng, chứng chỉ; Công nhận văn bằng do cơ sở giáo dục nước ngoài cấp
G03-GDTX | Giáo dục thường xuyên | 04 | 15 | 1 | quyết định thành lập trung tâm ngoại ngữ, tin học; quyết định cho phép trung tâm hỗ trợ giáo dục hòa nhập hoạt động
G03-KDDV | Kinh doanh dịch vụ tư vấn du học và kiểm định | 04 | 12 | 1 | giấy chứng nhận đăng ký kinh doanh dịch vụ tư vấn du học; chứng nhận trường đạt kiểm định chất lượng giáo dục
G04-DB | Đường bộ | 05 | 3 | 14 | Đổi giấy phép lái xe do ngành Giao thông vận tải cấp; giấy phép lái xe; giấy phép kinh doanh vận tải bằng xe ô tô; phù hiệu xe ô tô kinh doanh vận tải; giấy phép liên vận Việt Nam - Campuchia
G04-DK | Đăng kiểm và sát hạch | 05 | 5 | 3 | giấy chứng nhận cải tạo xe cơ giới; giấy phép đào tạo lái xe ô tô; giấy chứng nhận giáo viên dạy thực hành lái xe
G04-XMCD | Xe máy chuyên dùng | 05 | 4 | 2 | đăng ký xe máy chuyên dùng
G04-DTND | Đường thủy nội địa | 05 | 5 | 1 | giấy chứng nhận đăng ký phương tiện thủy nội địa; văn bản chấp thuận hoạt động bến thủy nội địa
G04-KCHT | Kết cấu hạ tầng giao thông | 05 | 7 | 1 | giấy phép thi công nút giao đấu nối vào đường quốc lộ; văn bản chấp thuận xây dựng công trình thiết yếu trong phạm vi đường bộ
G05-DKDN | Thành lập và hoạt động của doanh nghiệp | 06 | 3 | 12 | Đăng ký thành lập doanh nghiệp tư nhân; Đăng ký thành lập công ty trách nhiệm hữu hạn một thành viên; Đăng ký thay đổi địa chỉ trụ sở chính của doanh nghiệp; Thông báo tạm ngừng kinh doanh; Đăng ký giải thể doanh nghiệp; giấy chứng nhận đăng ký doanh nghiệp; giấy chứng nhận đăng ký hoạt động chi nhánh, văn phòng đại diện
G05-HTX | Thành lập và hoạt động của liên hiệp hợp tác xã | 06 | 3 | 1 | giấy chứng nhận đăng ký liên hiệp hợp tác xã
G05-ODA | Hỗ trợ phát triển chính thức (ODA) | 06 | 20 | 1 | quyết định phê duyệt văn kiện dự án hỗ trợ kỹ thuật
G05-DT | Đấu thầu và lựa chọn nhà đầu tư | 06 | 15 | 1 | danh mục dự án đầu tư có sử dụng đất; kết quả lựa chọn nhà đầu tư
G06-HDKH | Hoạt động khoa học và công nghệ | 07 | 12 | 2 | giấy chứng nhận doanh nghiệp khoa học và công nghệ; giấy chứng nhận đăng ký hoạt động của tổ chức khoa học và công nghệ
G06-NLNT | An toàn bức xạ và hạt nhân | 07 | 10 | 2 | giấy phép sử dụng thiết bị X-quang chẩn đoán trong y tế; chứng chỉ nhân viên bức xạ
G06-TCDL | Tiêu chuẩn đo lường chất lượng | 07 | 5 | 1 | bản tiếp nhận công bố hợp quy; giấy phép vận chuyển hàng nguy hiểm
G06-SHTT | Sở hữu trí tuệ | 07 | 15 | 1 | giấy chứng nhận tổ chức giám định sở hữu công nghiệp
G07-VL | Việc làm | 08 | 15 | 8 | Giải quyết hưởng trợ cấp thất nghiệp; Thông báo về việc tìm kiếm việc làm hằng tháng; Chuyển nơi hưởng trợ cấp thất nghiệp; giấy phép hoạt động dịch vụ việc làm
G07-NCC | Người có công | 08 | 20 | 4 | Giải quyết chế độ mai táng phí đối với thân nhân người có công; Di chuyển hồ sơ người có công; trợ cấp ưu đãi đối với thương binh; giấy chứng nhận gia đình liệt sĩ
G07-LDTL | Lao động, tiền lương | 08 | 5 | 2 | Đăng ký nội quy lao động của doanh nghiệp; giấy phép hoạt động cho thuê lại lao động
G07-GDNN | Giáo dục nghề nghiệp | 08 | 10 | 1 | giấy chứng nhận đăng ký hoạt động giáo dục nghề nghiệp; quyết định thành lập trung tâm giáo dục nghề nghiệp
G07-ATLD | An toàn, vệ sinh lao động | 08 | 5 | 1 | khai báo sử dụng máy, thiết bị có yêu cầu nghiêm ngặt; giấy chứng nhận huấn luyện an toàn lao động
G07-BTXH1 | Bảo trợ xã hội cấp tỉnh | 08 | 10 | 1 | giấy phép hoạt động của cơ sở trợ giúp xã hội
G07-PCTN | Phòng, chống tệ nạn xã hội | 08 | 8 | 1 | giấy phép thành lập cơ sở hỗ trợ nạn nhân
G09-TDKT1 | Thi đua - khen thưởng cấp tỉnh | 10 | 18 | 2 | Tặng Bằng khen của Chủ tịch UBND tỉnh; Tặng danh hiệu Tập thể lao động xuất sắc; danh hiệu Chiến sĩ thi đua cấp tỉnh
G09-TG1 | Tôn giáo Chính phủ | 10 | 20 | 2 | đăng ký sinh hoạt tôn giáo tập trung của người nước ngoài; văn bản chấp thuận việc phong phẩm, bổ nhiệm chức sắc
G09-TCPC | Tổ chức phi chính phủ | 10 | 25 | 1 | giấy phép thành lập quỹ và công nhận điều lệ quỹ; quyết định cho phép thành lập hội
G09-CCVC | Công chức, viên chức | 10 | 20 | 1 | Thi tuyển công chức; Xét tuyển viên chức; Tiếp nhận vào làm công chức; Thi nâng ngạch công chức
G09-VTLT | Văn thư, lưu trữ nhà nước | 10 | 5 | 1 | chứng chỉ hành nghề lưu trữ; bản sao tài liệu lưu trữ
G10-BVTV | Bảo vệ thực vật | 11 | 8 | 2 | giấy chứng nhận đủ điều kiện buôn bán thuốc bảo vệ thực vật; giấy chứng nhận kiểm dịch thực vật; giấy chứng nhận đủ điều kiện buôn bán phân bón
G10-TY | Thú y | 11 | 5 | 4 | giấy chứng nhận kiểm dịch động vật vận chuyển ra khỏi địa bàn tỉnh; chứng chỉ hành nghề thú y; giấy chứng nhận cơ sở an toàn dịch bệnh động vật
G10-LN | Lâm nghiệp | 11 | 10 | 2 | mã số cơ sở nuôi, trồng động vật, thực vật hoang dã; quyết định chuyển mục đích sử dụng rừng; phương án khai thác lâm sản
G10-TL | Thủy lợi | 11 | 15 | 1 | giấy phép hoạt động trong phạm vi bảo vệ công trình thủy lợi; quy trình vận hành hồ chứa nước
G10-QLCL | Quản lý chất lượng nông lâm sản và thủy sản | 11 | 12 | 2 | giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm nông, lâm, thủy sản
G10-TT | Trồng trọt | 11 | 12 | 1 | quyết định công nhận cây đầu dòng; quyết định công nhận vườn cây đầu dòng
G10-TS | Thủy sản | 11 | 8 | 1 | giấy chứng nhận cơ sở đủ điều kiện nuôi trồng thủy sản; giấy xác nhận nguồn gốc loài thủy sản
G12-QLG | Quản lý giá | 12 | 7 | 2 | Đăng ký giá của các doanh nghiệp; Kê khai giá hàng hóa, dịch vụ; quyết định giá thuộc thẩm quyền của UBND cấp tỉnh
G12-QLCS | Quản lý công sản | 12 | 20 | 1 | quyết định mua sắm tài sản công; quyết định thanh lý tài sản công; quyết định điều chuyển tài sản công
G12-THTK | Tin học - Thống kê tài chính | 12 | 2 | 2 | mã số đơn vị có quan hệ với ngân sách
G13-DD | Đất đai | 13 | 12 | 14 | Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất; Đăng ký thế chấp quyền sử dụng đất; Xóa đăng ký thế chấp quyền sử dụng đất; Tách thửa hoặc hợp thửa đất; giấy chứng nhận quyền sử dụng đất đối với tổ chức; quyết định giao đất, cho thuê đất đối với tổ chức
G13-TNN | Tài nguyên nước | 13 | 20 | 1 | giấy phép khai thác nước dưới đất; giấy phép khai thác, sử dụng nước mặt; giấy phép hành nghề khoan nước dưới đất
G13-KS | Địa chất và khoáng sản | 13 | 25 | 1 | giấy phép thăm dò khoáng sản; giấy phép khai thác khoáng sản; giấy phép khai thác tận thu khoáng sản
G13-KTTV | Khí tượng, thủy văn và biến đổi khí hậu | 13 | 10 | 1 | giấy phép hoạt động dự báo, cảnh báo khí tượng thủy văn
G13-DDBD | Đo đạc, bản đồ và thông tin địa lý | 13 | 5 | 2 | chứng chỉ hành nghề đo đạc và bản đồ hạng II; thông tin, dữ liệu đo đạc và bản đồ
G14-BC | Báo chí | 14 | 7 | 1 | giấy phép xuất bản bản tin; văn bản chấp thuận họp báo
G14-XBIPH | Xuất bản, in và phát hành | 14 | 5 | 1 | giấy phép xuất bản tài liệu không kinh doanh; giấy phép hoạt động in; đăng ký hoạt động phát hành xuất bản phẩm
G14-PTTH | Phát thanh, truyền hình và thông tin điện tử | 14 | 8 | 1 | giấy phép thiết lập trang thông tin điện tử tổng hợp; giấy chứng nhận đủ điều kiện hoạt động điểm trò chơi điện tử công cộng
G14-BCCP | Bưu chính | 14 | 10 | 1 | giấy phép bưu chính; văn bản xác nhận thông báo hoạt động bưu chính
G15-LLTP | Lý lịch tư pháp | 15 | 8 | 14 | Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam; Cấp Phiếu lý lịch tư pháp cho cơ quan nhà nước, tổ chức chính trị; Cấp Phiếu lý lịch tư pháp cho cơ quan tiến hành tố tụng
G15-CC | Công chứng | 15 | 10 | 2 | thẻ công chứng viên; quyết định thành lập Văn phòng công chứng; đăng ký tập sự hành nghề công chứng
G15-LS | Luật sư | 15 | 7 | 1 | giấy đăng ký hoạt động của tổ chức hành nghề luật sư; chứng chỉ hành nghề luật sư
G15-DGTS | Đấu giá tài sản và giám định tư pháp | 15 | 10 | 1 | thẻ đấu giá viên; giấy đăng ký hoạt động của doanh nghiệp đấu giá tài sản; thẻ giám định viên tư pháp
G15-QT | Quốc tịch và hộ tịch có yếu tố nước ngoài | 15 | 20 | 1 | giấy xác nhận có quốc tịch Việt Nam; giấy xác nhận là người gốc Việt Nam
G15-TGPL | Trợ giúp pháp lý | 15 | 5 | 2 | Yêu cầu trợ giúp pháp lý; Thay đổi người thực hiện trợ giúp pháp lý; thẻ cộng tác viên trợ giúp pháp lý
G16-VHCS | Văn hóa cơ sở | 16 | 5 | 2 | Tiếp nhận hồ sơ thông báo sản phẩm quảng cáo trên bảng quảng cáo, băng-rôn; giấy phép kinh doanh dịch vụ karaoke; văn bản chấp thuận tổ chức lễ hội cấp tỉnh
G16-NTBD | Nghệ thuật biểu diễn | 16 | 5 | 1 | văn bản chấp thuận tổ chức biểu diễn nghệ thuật; văn bản chấp thuận tổ chức cuộc thi người đẹp
G16-DSVH | Di sản văn hóa | 16 | 12 | 1 | giấy phép khai quật khẩn cấp; chứng chỉ hành nghề mua bán di vật, cổ vật; giấy chứng nhận đăng ký di vật, cổ vật
G16-DL | Du lịch | 16 | 8 | 1 | giấy phép kinh doanh dịch vụ lữ hành nội địa; thẻ hướng dẫn viên du lịch nội địa; quyết định công nhận hạng cơ sở lưu trú du lịch
G16-TDTT | Thể dục thể thao | 16 | 7 | 1 | giấy chứng nhận đủ điều kiện kinh doanh hoạt động thể thao; quyết định đăng cai giải thi đấu cấp tỉnh
G17-NO | Nhà ở và công sở | 17 | 15 | 1 | thông báo nhà ở đủ điều kiện được bán, cho thuê mua; quyết định cho thuê nhà ở thuộc sở hữu nhà nước
G17-VLXD | Vật liệu xây dựng | 17 | 5 | 1 | bản tiếp nhận công bố hợp quy sản phẩm vật liệu xây dựng
G17-BDS | Kinh doanh bất động sản | 17 | 10 | 1 | chứng chỉ hành nghề môi giới bất động sản; quyết định cho phép chuyển nhượng dự án bất động sản
G18-KCB | Khám bệnh, chữa bệnh | 18 | 20 | 2 | chứng chỉ hành nghề khám bệnh, chữa bệnh; giấy phép hoạt động đối với phòng khám đa khoa; giấy phép hoạt động đối với phòng chẩn trị y học cổ truyền
G18-DP | Dược phẩm | 18 | 12 | 3 | chứng chỉ hành nghề dược; giấy chứng nhận đủ điều kiện kinh doanh dược; giấy xác nhận nội dung thông tin thuốc
G18-YTDP | Y tế dự phòng | 18 | 5 | 1 | bản công bố đủ điều kiện tiêm chủng; giấy khẳng định phòng xét nghiệm HIV dương tính
G18-ATTP | An toàn thực phẩm và dinh dưỡng | 18 | 10 | 2 | giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm; bản đăng ký công bố sản phẩm thực phẩm
G18-TTB | Trang thiết bị y tế | 18 | 3 | 1 | phiếu tiếp nhận công bố đủ điều kiện mua bán trang thiết bị y tế
G21-DT | Công tác dân tộc | 20 | 12 | 1 | quyết định công nhận người có uy tín trong đồng bào dân tộc thiểu số
G22-PAKN | Hoạt động đối ngoại và hội nghị | 01 | 10 | 1 | văn bản cho phép tổ chức hội nghị, hội thảo quốc tế; văn bản cho phép sử dụng thẻ đi lại của doanh nhân APEC
G01-XNC | Quản lý xuất nhập cảnh | 21 | 5 | 6 | hộ chiếu phổ thông; thẻ tạm trú cho người nước ngoài; giấy phép vào khu vực biên giới
G01-DKXE | Đăng ký, quản lý phương tiện giao thông | 21 | 3 | 5 | giấy chứng nhận đăng ký xe, biển số xe ô tô
G01-PCCC | Phòng cháy, chữa cháy | 21 | 10 | 1 | giấy chứng nhận thẩm duyệt thiết kế về phòng cháy và chữa cháy; giấy phép vận chuyển hàng hóa nguy hiểm về cháy, nổ
G01-ANTT | Ngành nghề kinh doanh có điều kiện về an ninh, trật tự | 21 | 5 | 1 | giấy chứng nhận đủ điều kiện về an ninh, trật tự; giấy phép sử dụng công cụ hỗ trợ
G24-BHXH | Thực hiện chính sách bảo hiểm xã hội | 22 | 10 | 6 | Giải quyết hưởng chế độ thai sản; Giải quyết hưởng chế độ ốm đau; Giải quyết hưởng bảo hiểm xã hội một lần; sổ bảo hiểm xã hội
G24-BHYT | Thu, cấp sổ bảo hiểm xã hội, thẻ bảo hiểm y tế | 22 | 5 | 6 | thẻ bảo hiểm y tế; danh sách tham gia bảo hiểm xã hội bắt buộc
`
