/** Fields of district committees; written as those of departments, `*` = every district. */
export const DISTRICT_FIELDS = `
G13-DDH | Đất đai cấp huyện | * | 12 | 14 | Đăng ký biến động do chuyển nhượng, tặng cho, thừa kế quyền sử dụng đất; Chuyển mục đích sử dụng đất phải được phép; Đăng ký thế chấp bằng quyền sử dụng đất của hộ gia đình; Tách thửa, hợp thửa đất của hộ gia đình, cá nhân; giấy chứng nhận quyền sử dụng đất cho hộ gia đình, cá nhân
G05-HKD | Thành lập và hoạt động của hộ kinh doanh | * | 3 | 8 | Đăng ký thành lập hộ kinh doanh; Đăng ký thay đổi nội dung đăng ký hộ kinh doanh; Tạm ngừng kinh doanh của hộ kinh doanh; Chấm dứt hoạt động hộ kinh doanh; giấy chứng nhận đăng ký hộ kinh doanh
G15-CTH | Chứng thực cấp huyện | * | 1 | 9 | Chứng thực bản sao từ bản chính giấy tờ do cơ quan có thẩm quyền của nước ngoài cấp; Chứng thực chữ ký người dịch; Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản; Chứng thực văn bản khai nhận di sản là động sản
G15-HTH | Hộ tịch cấp huyện | * | 4 | 4 | Thay đổi, cải chính, bổ sung hộ tịch cho người từ đủ 14 tuổi trở lên; Đăng ký kết hôn có yếu tố nước ngoài; Đăng ký khai sinh có yếu tố nước ngoài; Ghi vào Sổ hộ tịch việc ly hôn đã giải quyết ở nước ngoài
G17-XDH | Xây dựng cấp huyện | * | 15 | 5 | giấy phép xây dựng nhà ở riêng lẻ; giấy phép di dời công trình cấp III, cấp IV
G07-BTXHH | Bảo trợ xã hội cấp huyện | * | 12 | 8 | Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng; Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội; Tiếp nhận đối tượng vào cơ sở trợ giúp xã hội
G07-NCCH | Người có công cấp huyện | * | 10 | 2 | giấy giới thiệu đi thăm viếng mộ liệt sĩ; trợ cấp một lần đối với người có thành tích tham gia kháng chiến
G09-TDKTH | Thi đua - khen thưởng cấp huyện | * | 15 | 2 | Tặng Giấy khen của Chủ tịch UBND cấp huyện; danh hiệu Lao động tiên tiến
G09-TGH | Tín ngưỡng, tôn giáo cấp huyện | * | 15 | 1 | văn bản chấp thuận tổ chức đại hội của tổ chức tôn giáo; thông báo danh mục hoạt động tôn giáo
G03-GDH | Giáo dục và đào tạo cấp huyện | * | 8 | 2 | Chuyển trường đối với học sinh trung học cơ sở; quyết định cho phép trường mầm non tư thục hoạt động; Tuyển sinh trung học cơ sở
G02-LTHHH | Lưu thông hàng hóa cấp huyện | * | 7 | 2 | giấy phép bán lẻ rượu; giấy phép bán lẻ sản phẩm thuốc lá
G13-MTH | Môi trường cấp huyện | * | 12 | 1 | giấy phép môi trường cấp huyện; giấy xác nhận đăng ký kế hoạch bảo vệ môi trường
G16-VHH | Văn hóa cấp huyện | * | 5 | 1 | giấy phép đủ điều kiện kinh doanh karaoke cấp huyện; danh hiệu Khu dân cư văn hóa
G10-NNH | Nông nghiệp và phát triển nông thôn cấp huyện | * | 10 | 1 | kế hoạch liên kết sản xuất gắn với tiêu thụ sản phẩm; giấy chứng nhận kinh tế trang trại
G20-KNTCH | Giải quyết khiếu nại, tố cáo cấp huyện | * | 20 | 1 | Giải quyết khiếu nại lần đầu tại cấp huyện; Giải quyết tố cáo tại cấp huyện; Tiếp công dân tại cấp huyện
G05-HTXH | Thành lập và hoạt động của hợp tác xã | * | 4 | 1 | giấy chứng nhận đăng ký hợp tác xã
`

/** Fields of commune committees; `*` = every commune. */
export const COMMUNE_FIELDS = `
G15-CTX | Chứng thực | * | 0 | 22 | Chứng thực bản sao từ bản chính giấy tờ, văn bản; Chứng thực chữ ký trong các giấy tờ, văn bản; Chứng thực hợp đồng, giao dịch liên quan đến quyền sử dụng đất; Chứng thực di chúc; Chứng thực văn bản từ chối nhận di sản; Chứng thực văn bản thỏa thuận phân chia di sản
G15-HTX | Hộ tịch | * | 2 | 14 | Đăng ký khai sinh; Đăng ký kết hôn; Đăng ký khai tử; Cấp Giấy xác nhận tình trạng hôn nhân; Cấp bản sao trích lục hộ tịch; Đăng ký lại khai sinh; Đăng ký lại kết hôn; Đăng ký nhận cha, mẹ, con; Đăng ký giám hộ; Thay đổi, cải chính, bổ sung thông tin hộ tịch; Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi
G07-BTXHX | Bảo trợ xã hội | * | 10 | 8 | Xác định mức độ khuyết tật; Công nhận hộ nghèo, hộ cận nghèo; Hỗ trợ chi phí mai táng; Cấp đổi, cấp lại Giấy xác nhận khuyết tật; trợ giúp xã hội khẩn cấp
G13-DDX | Đất đai cấp xã | * | 10 | 4 | Hòa giải tranh chấp đất đai; Xác nhận nguồn gốc sử dụng đất; giấy xác nhận hiện trạng sử dụng đất
G07-NCCX | Người có công cấp xã | * | 6 | 2 | Xác nhận vào đơn đề nghị di chuyển hài cốt liệt sĩ; Ủy quyền hưởng trợ cấp, phụ cấp ưu đãi; trợ cấp hằng tháng cho thân nhân người có công
G15-NCN | Nuôi con nuôi | * | 15 | 1 | Đăng ký việc nuôi con nuôi trong nước; Đăng ký lại việc nuôi con nuôi trong nước
G09-TDKTX | Thi đua - khen thưởng cấp xã | * | 10 | 1 | Tặng Giấy khen của Chủ tịch UBND cấp xã; danh hiệu Gia đình văn hóa
G09-TGX | Tín ngưỡng, tôn giáo cấp xã | * | 10 | 1 | Đăng ký hoạt động tín ngưỡng; Đăng ký sinh hoạt tôn giáo tập trung; thông báo tổ chức quyên góp
G11-NVQS | Nghĩa vụ quân sự | * | 1 | 2 | Đăng ký nghĩa vụ quân sự lần đầu; Đăng ký nghĩa vụ quân sự tạm vắng; Đăng ký nghĩa vụ quân sự chuyển đến
G01-CT | Đăng ký, quản lý cư trú | * | 5 | 5 | Đăng ký thường trú; Đăng ký tạm trú; Khai báo tạm vắng; Xác nhận thông tin về cư trú; Tách hộ
G10-NNX | Nông nghiệp cấp xã | * | 7 | 1 | Đăng ký kê khai số lượng chăn nuôi tập trung; hỗ trợ khôi phục sản xuất vùng bị thiệt hại do thiên tai
G03-GDX | Giáo dục mầm non cấp xã | * | 10 | 1 | quyết định cho phép nhóm trẻ, lớp mẫu giáo độc lập hoạt động
G20-KNTCX | Giải quyết khiếu nại, tố cáo cấp xã | * | 20 | 1 | Giải quyết khiếu nại lần đầu tại cấp xã; Giải quyết tố cáo tại cấp xã; Tiếp công dân tại cấp xã
`
